import type { PacketSet, PacketSpace } from "../../../net/index.js";
import { cardsBehind } from "./cards-behind.js";
import type { Desk, Draft } from "./draft.js";

/** What a set of edits costs beside their number. */
export interface Cost {
  /** Packets that are taken away, at every card behind the filter; about so many. */
  readonly taken: number;
  /** Rules to write. */
  readonly writes: number;
  /** Edits at who sends rather than at who receives. */
  readonly away: number;
  readonly name: string;
}

export function costOf({ fabric }: Desk, drafts: readonly Draft[]): Cost {
  const taken = drafts.reduce(
    (sum, { edit, taken: set }) =>
      sum + measured(fabric.space, set) * Math.max(1, cardsBehind(fabric, edit.filter.id).length),
    0,
  );
  const writes = drafts.reduce((sum, { edit }) => sum + stepsIn(edit), 0);
  const away = drafts.filter(({ edit }) => edit.direction === "egress").length;
  return { taken, writes, away, name: JSON.stringify(drafts.map(({ key }) => key)) };
}

function stepsIn(edit: Draft["edit"]): number {
  if (edit.kind === "group-rule") return Math.max(1, edit.becomes.length);
  return edit.kind === "acl-entries" ? edit.steps.length : edit.refuses.length;
}

/** The fewest packets first, then the fewest rules, then the filter nearest to the target, then by name. */
export function dearer(a: Cost, b: Cost): number {
  return a.taken - b.taken || a.writes - b.writes || a.away - b.away || (a.name < b.name ? -1 : 1);
}

/** About how many packets of a kind there are in a set: protocols by ports by addresses. */
function measured(space: PacketSpace, set: PacketSet): number {
  return space.slices(set).reduce((sum, { protocols, ports, sources }) => {
    const { ipv4, ipv6 } = sources.size();
    return sum + protocols.length * ports.size() * (ipv4 + Number(ipv6));
  }, 0);
}
