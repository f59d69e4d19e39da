import type { JsonObject } from "../../model/index.js";
import { having, NONE } from "./few.js";
import type { Item } from "./item.js";
import type { Where } from "./missing-gap.js";
import { Pages } from "./paging.js";
import { callOf, questionsAbout, type Resource } from "./resource.js";
import { Tally } from "./tally.js";

/** What was seen of one call in one scope. */
export class Seen {
  readonly tally: Tally;
  /** Whether the call was answered in full. */
  whole = false;
  /** Its answers belong to no Region, though the call is asked in Regions. */
  ofAccount = false;
  private named = NONE;
  private list: Pages | undefined;
  private questions: Map<string, Pages> | undefined;
  private children: Map<string, JsonObject[]> | undefined;

  constructor(
    call: string,
    readonly where: Where,
    readonly resource: Resource | null,
  ) {
    this.tally = new Tally({ ...where, call });
  }

  /** Nodes asked about, or whose answer names them. */
  get nodes(): ReadonlySet<string> {
    return this.named;
  }

  /** The pages by question: `""` for a list, one for each item asked about. */
  get pages(): readonly (readonly [string, Pages])[] {
    const list = this.list === undefined ? [] : [["", this.list] as const];
    return [...list, ...(this.questions ?? [])];
  }

  /** Questions that the items listed here call for, by the call that answers them. */
  get owed(): Iterable<readonly [string, readonly JsonObject[]]> {
    return this.children ?? [];
  }

  /** Whether a question was not answered to its last page. */
  get isTruncated(): boolean {
    return this.pages.some(([, pages]) => pages.truncated);
  }

  name(node: string): void {
    this.named = having(this.named, node);
  }

  /** The pages of one question, as it is named in `pages`. */
  pagesOf(question: string): Pages {
    if (question === "") {
      this.list ??= new Pages();
      return this.list;
    }
    this.questions ??= new Map();
    const pages = this.questions.get(question) ?? new Pages();
    this.questions.set(question, pages);
    return pages;
  }

  /** Notes what an item that was listed calls for. */
  owe(child: Resource, { item, input }: { item: Item; input: JsonObject }): void {
    const inputs = child.each === undefined ? [] : questionsAbout(child.each, item, input);
    if (inputs.length === 0) return;
    this.children ??= new Map();
    const owed = this.children.get(callOf(child)) ?? [];
    owed.push(...inputs);
    this.children.set(callOf(child), owed);
  }
}
