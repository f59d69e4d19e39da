import type { JsonObject } from "../../model/index.js";
import type { Item } from "./item.js";
import type { Where } from "./missing-gap.js";
import type { Pages } from "./paging.js";
import { callOf, questionsAbout, type Resource } from "./resource.js";
import type { Tally } from "./tally.js";

/** What was seen of one call in one scope. */
export interface Seen {
  readonly where: Where;
  readonly resource: Resource | null;
  readonly tally: Tally;
  /** By question: one for a list, one for each item asked about. */
  readonly pages: Map<string, Pages>;
  /** Nodes asked about, or whose answer names them. */
  readonly nodes: Set<string>;
  /** Questions that the items listed here call for, by the call that answers them. */
  readonly owed: Map<string, JsonObject[]>;
  /** Answers that belong to no Region, though the call is asked in Regions. */
  readonly ofAccount: boolean;
  whole: boolean;
}

/** Notes what an item that was listed calls for. */
export function owe(seen: Seen, child: Resource, { item, input }: { item: Item; input: JsonObject }): void {
  const inputs = child.each === undefined ? [] : questionsAbout(child.each, item, input);
  if (inputs.length === 0) return;
  const owed = seen.owed.get(callOf(child)) ?? [];
  owed.push(...inputs);
  seen.owed.set(callOf(child), owed);
}
