import type { Answer, Question, ReachVerdict } from "../../model/index.js";
import { type Breadth, packetsOf } from "./ask.js";
import { between } from "./between.js";
import { meaningOf } from "./ends.js";
import type { Fabric } from "./fabric.js";
import { idsOf } from "./settle.js";

/** The worst that can be said comes first. */
const RANK: readonly ReachVerdict[] = ["reaches", "unknown", "no-return", "filtered", "unrouted"];

/** Answers one question, exactly, with the way. Never throws for what the estate holds. */
export function answerTo(fabric: Fabric, question: Question, breadth: Breadth): Answer {
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
  const [from, to] = [meaningOf(fabric, question.from), meaningOf(fabric, question.to)];
  for (const end of [from, to]) {
    if ("wrong" in end) return { ...empty, verdict: "unknown", says: end.wrong };
    if ("vacant" in end) return vacant(fabric, empty, end);
  }
  if (!("spots" in from) || !("spots" in to)) throw new Error("an end that means nothing");
  const found: Answer[] = [];
  for (const source of from.spots) {
    for (const target of to.spots) {
      if (source.place === target.place) continue;
      // A packet to an address goes to that address; who asks about a thing means also what stands in front of it.
      const relays = "ip" in question.to && !("internet" in question.from) ? {} : { relays: 0 };
      const whyNot = question.whyNot === true;
      const exact = "ip" in question.to;
      const answer = between(fabric, { source, target, packets, breadth, whyNot, exact, ...relays });
      found.push({ ...name, ...answer });
      if (answer.verdict === "reaches") return { ...name, ...answer };
    }
  }
  found.sort((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict));
  return found[0] ?? { ...empty, verdict: "unrouted", says: "both ends are the same" };
}

function ends(end: Question["from"]): string {
  if ("internet" in end) return "the internet";
  return "ip" in end ? end.ip : "cidr" in end ? end.cidr : "tag" in end ? end.tag : end.id;
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
  ];
  const unseen = gaps.length > 0 || ![...fabric.nics.values()].some(({ network }) => network === end.network);
  return { ...empty, verdict: unseen ? "unknown" : "unrouted", says: end.vacant, gaps: idsOf(gaps) };
}
