import { applyChanges } from "../../../graph/index.js";
import type { Answer, Change, Question } from "../../../model/index.js";
import type { PacketSet } from "../../../net/index.js";
import { answerTo } from "../answer.js";
import { isBroad } from "../ask.js";
import { Fabric } from "../fabric.js";
import { boxOf } from "../packets.js";
import type { Desk } from "./draft.js";
import { askedBy, passingsOf, type Way } from "./ways.js";

/** The question asked again, with some changes made. */
export interface Look {
  readonly fabric: Fabric;
  readonly answer: Answer;
  /** It certainly does not reach. */
  readonly closed: boolean;
  readonly ways: readonly Way[];
}

/** Lays changes over the estate and asks. Packet sets of both estates are of one space. */
export function lookAt({ fabric, breadth }: Desk, question: Question, changes: readonly Change[]): Look {
  const { graph, space } = fabric;
  const changed = changes.length === 0 ? fabric : new Fabric(applyChanges(graph, changes), { space });
  const { answer, ways } = askedBy(changed, () => answerTo(changed, question, { breadth }));
  const closed = answer.verdict !== "reaches" && answer.verdict !== "unknown";
  return { fabric: changed, answer, closed, ways };
}

/** Packets of a way that by themselves keep the question open: as few as are easily found. */
export interface Core {
  readonly way: Way;
  /** One packet: it is closed where every rule of a place that admits it is edited. */
  readonly single: boolean;
}

/** The fewer the packets, the fewer sites there are of which one has to be edited. */
export function coreOf(desk: Desk, { fabric, answer }: Look, way: Way): Core {
  const { space } = fabric;
  const { course, open } = way;
  if (answer.verdict === "unknown") return { way, single: false };
  for (const [place, side] of [
    [course.client ?? course.from, "source"],
    [course.to, "destination"],
  ] as const) {
    if (place.kind !== "internet" || !isBroad(place.addresses, desk.breadth)) continue;
    const broad = (set: PacketSet) => isBroad(space.addresses(set, side), desk.breadth);
    const part = partsOf(fabric, way, side).find(broad);
    return { way: part === undefined ? way : { course, open: part }, single: false };
  }
  const packet = space.witness(open);
  if (packet === undefined) return { way, single: false };
  const one = space.intersect(open, boxOf(space, packet));
  return { way: { course, open: space.isEmpty(one) ? open : one }, single: !space.isEmpty(one) };
}

/** What single rules of groups at the side of the estate let through. */
function partsOf(fabric: Fabric, way: Way, side: "source" | "destination"): PacketSet[] {
  const direction = side === "source" ? "ingress" : "egress";
  return passingsOf(fabric, way, "sure")
    .filter((passing) => passing.turn === "new" && passing.direction === direction)
    .flatMap(({ filters }) => filters.flatMap((filter) => fabric.filters.rules(filter, direction)))
    .filter(({ action }) => action === "allow")
    .map(({ match }) => fabric.space.intersect(way.open, match));
}
