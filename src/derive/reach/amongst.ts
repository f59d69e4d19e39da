import type { Answer, Question, ReachVerdict } from "../../model/index.js";
import { alike } from "./alike.js";
import type { Breadth, packetsOf } from "./ask.js";
import { between } from "./between.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import { Refusal } from "./refusal.js";

/** The worst that can be said comes first. */
export const RANK: readonly ReachVerdict[] = ["reaches", "unknown", "no-return", "filtered", "unrouted"];

export interface Asked {
  readonly question: Question;
  readonly packets: Exclude<ReturnType<typeof packetsOf>, string>;
  readonly sources: readonly Spot[];
  readonly targets: readonly Spot[];
}

/**
 * The worst answer among the ways from any of some spots to any of others; undefined where they are the same
 * one. Of many pairs those that their groups or routes plainly keep apart are not walked, unless nothing else
 * is left to tell of.
 */
export function amongst(fabric: Fabric, given: Asked, breadth: Breadth): Answer | undefined {
  const many = given.sources.length * given.targets.length > 1;
  const asked = many ? fewer(fabric, given) : given;
  const plain = many ? new Refusal(fabric, asked) : undefined;
  const { sources, targets } = asked;
  let best: Answer | undefined;
  let kept: readonly [Spot, Spot] | undefined;
  for (const [row, source] of sources.entries()) {
    for (const [column, target] of targets.entries()) {
      if (source.place === target.place) continue;
      if (plain?.keepsApart(row, column) === true) kept ??= [source, target];
      else best = worse(best, ask(fabric, { ...asked, source, target }, breadth));
      if (best?.verdict === "reaches") return best;
    }
  }
  if (kept === undefined || (best !== undefined && best.verdict !== "unrouted")) return best;
  return worse(best, ask(fabric, { ...asked, source: kept[0], target: kept[1] }, breadth));
}

function fewer(fabric: Fabric, asked: Asked): Asked {
  const sources = alike(fabric, asked.sources, "egress");
  return { ...asked, sources, targets: alike(fabric, asked.targets, "ingress") };
}

function worse(a: Answer | undefined, b: Answer): Answer {
  return a === undefined || RANK.indexOf(b.verdict) < RANK.indexOf(a.verdict) ? b : a;
}

function ask(fabric: Fabric, asked: Asked & { source: Spot; target: Spot }, breadth: Breadth): Answer {
  const { question, packets, source, target } = asked;
  // A packet to an address goes to that address; who asks about a thing means also what stands in front of it.
  const relays = "ip" in question.to && !("internet" in question.from) ? {} : { relays: 0 };
  const whyNot = question.whyNot === true;
  return between(fabric, { source, target, packets, breadth, whyNot, exact: "ip" in question.to, ...relays });
}
