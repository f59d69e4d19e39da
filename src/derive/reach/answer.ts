import type { Answer, End, Gap, Question } from "../../model/index.js";
import { AddressSet } from "../../net/index.js";
import { amongst } from "./amongst.js";
import { type Breadth, packetsOf } from "./ask.js";
import { type Meaning, meaningOf, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import { idsOf } from "./settle.js";

export interface Asking {
  readonly breadth: Breadth;
  /** What an end means; who asks much about the same ends remembers it. */
  readonly meaning?: (end: End) => Meaning;
}

/** Answers one question, exactly, with the way. Never throws for what the estate holds. */
export function answerTo(fabric: Fabric, question: Question, { breadth, meaning }: Asking): Answer {
  const name = question.id === undefined ? {} : { id: question.id };
  const empty = {
    ...name,
    trace: [],
    assumes: [],
    gaps: [],
    from: ends(question.from),
    to: ends(question.to),
  };
  const packets = packetsOf(question);
  if (typeof packets === "string") return { ...empty, verdict: "unknown", says: packets };
  const mean = meaning ?? ((end) => meaningOf(fabric, end));
  const [from, to] = [mean(question.from), mean(question.to)];
  for (const end of [from, to]) {
    if ("wrong" in end) return { ...empty, verdict: "unknown", says: end.wrong };
    if ("vacant" in end) return vacant(fabric, empty, end);
  }
  if (!("spots" in from) || !("spots" in to)) throw new Error("an end that means nothing");
  const asked = { question, packets, sources: from.spots, targets: to.spots };
  const answer = amongst(fabric, asked, breadth);
  // What keeps packets to an address does so whoever has it.
  const strangers = answer?.verdict === "reaches" ? ownedByNobody(fabric, question.to, to.spots) : [];
  if (answer !== undefined && strangers.length > 0) {
    const says = `who has ${ends(question.to)} is not known: not every interface was collected`;
    return { ...name, ...answer, verdict: "unknown", says, gaps: idsOf(strangers) };
  }
  return answer === undefined
    ? { ...empty, verdict: "unrouted", says: "both ends are the same" }
    : { ...name, ...answer };
}

function ends(end: Question["from"]): string {
  if ("internet" in end) return "the internet";
  return "ip" in end ? end.ip : "cidr" in end ? end.cidr : "tag" in end ? end.tag : end.id;
}

/** An address that no card has may be one of those that were not seen, and not on the internet. */
function ownedByNobody(fabric: Fabric, end: End, spots: readonly Spot[]): readonly Gap[] {
  if (!("ip" in end)) return [];
  const pools = AddressSet.unionOf(fabric.graph.ids("address-pool").map((id) => fabric.blocksOf(id)));
  const ours = ({ place }: Spot) =>
    place.kind === "internet" ||
    (place.kind === "premises" && place.nic === undefined && pools.overlaps(place.addresses));
  if (!spots.some(ours)) return [];
  return fabric.holes.hiding("interface", undefined, "aws.network-interface");
}

/** Nobody has the address, as far as was collected. */
function vacant(
  fabric: Fabric,
  empty: Omit<Answer, "verdict" | "says">,
  end: { vacant: string; network: string },
): Answer {
  const gaps = [
    ...fabric.holes.hidingNear("interface", end.network),
    ...fabric.holes.hidingNear("host", end.network),
    ...unreadIn(fabric, end.network),
  ];
  const unseen = gaps.length > 0 || ![...fabric.nics.values()].some(({ network }) => network === end.network);
  return { ...empty, verdict: unseen ? "unknown" : "unrouted", says: end.vacant, gaps: idsOf(gaps) };
}

/** Cards of a network whose addresses cannot all be read. */
function unreadIn({ nics, holes }: Fabric, network: string): readonly Gap[] {
  if (holes.none) return [];
  const inside = [...nics.values()].filter((nic) => nic.network === network);
  return inside.flatMap(({ id }) => [...holes.at(id).filter(({ reason }) => reason === "unparsed")]);
}
