import type { Answer, Question, ReachVerdict } from "../../../model/index.js";
import { AddressSet, type PacketSet } from "../../../net/index.js";
import { amongst } from "../amongst.js";
import { answerTo } from "../answer.js";
import { type Breadth, isBroad, packetsOf } from "../ask.js";
import { meaningOf } from "../ends.js";
import type { Fabric } from "../fabric.js";
import type { Passing } from "../passing.js";
import { aimOf, type Declared, declaredBy } from "./aim.js";
import { askedBy, passingsOf } from "./ways.js";

/** What a required flow needs of filters on its way. */
export interface Need extends Omit<Passing, "set"> {
  readonly flow: string;
  /** As a rule would name it. */
  readonly aim: PacketSet;
}

/** A required flow as it is today. */
export interface Required {
  readonly name: string;
  readonly question: Question;
  readonly verdict: ReachVerdict;
  readonly says: string;
  /** Its ways from each of its sources to each of its targets that reach. */
  readonly pairs: readonly boolean[];
  readonly needs: readonly Need[];
}

/** How people call a flow: by its name, else by its ends. */
export function nameOf({ id, from, to, protocol, port }: Question): string {
  if (id !== undefined) return id;
  const end = (one: Question["from"]) => ("internet" in one ? "internet" : (Object.values(one)[0] as string));
  const ports = port === undefined ? "" : `/${typeof port === "number" ? port : `${port.from}-${port.to}`}`;
  return `${end(from)} → ${end(to)} ${protocol ?? (port === undefined ? "any" : "tcp")}${ports}`;
}

/** All of a required flow that is open now, from every source to every target, and what it needs for it. */
export function requiredNow(
  fabric: Fabric,
  question: Question,
  { breadth, apart }: { readonly breadth: Breadth; readonly apart: Declared },
): Required {
  const { space } = fabric;
  const { verdict, says } = answerTo(fabric, question, { breadth });
  const name = nameOf(question);
  if (verdict !== "reaches") return { name, question, verdict, says, pairs: [], needs: [] };
  const declared = { from: declaredBy(question.from), to: declaredBy(question.to) };
  const needs: Need[] = [];
  const pairs = pairsOf(fabric, question).map((pair) => {
    const { answer, ways } = askedBy(fabric, () => pair(breadth));
    if (answer.verdict !== "reaches") return false;
    for (const way of ways)
      for (const passing of passingsOf(fabric, way, "sure")) {
        const aim = aimOf(fabric, { passing, course: way.course, declared });
        const source = (passing.direction === "ingress") === (passing.turn === "new");
        const [wide, few] = source ? [declared.from, apart.from] : [declared.to, apart.to];
        const spared = wide === AddressSet.ALL ? few : AddressSet.NONE;
        needs.push({ ...passing, flow: name, aim: space.difference(aim, space.box({ source: spared })) });
      }
    return true;
  });
  return { name, question, verdict, says, pairs, needs };
}

/** The ends of what is to be closed where they are few addresses: the internet is there without them as well. */
export function apartFrom(fabric: Fabric, { from, to }: Question, breadth: Breadth): Declared {
  const few = (end: Question["from"]) => {
    const meaning = meaningOf(fabric, end);
    const spots = "spots" in meaning ? meaning.spots : [];
    const set = AddressSet.unionOf(spots.flatMap(({ place, outside }) => [place.addresses, outside]));
    return isBroad(set, breadth) ? AddressSet.NONE : set;
  };
  return { from: few(from), to: few(to) };
}

/** Which pairs of a flow reach now, in the order of `requiredNow`. */
export function pairsNow(fabric: Fabric, question: Question, breadth: Breadth): boolean[] {
  return pairsOf(fabric, question).map((pair) => pair(breadth).verdict === "reaches");
}

type Pair = (breadth: Breadth) => Pick<Answer, "verdict">;

/** The question from each of its sources to each of its targets. */
export function pairsOf(fabric: Fabric, question: Question): Pair[] {
  const packets = packetsOf(question);
  const [from, to] = [meaningOf(fabric, question.from), meaningOf(fabric, question.to)];
  if (typeof packets === "string" || !("spots" in from) || !("spots" in to)) return [];
  return from.spots.flatMap((source) =>
    to.spots.map((target): Pair => {
      const asked = { question, packets, sources: [source], targets: [target] };
      return (breadth) => amongst(fabric, asked, breadth) ?? { verdict: "unrouted" };
    }),
  );
}
