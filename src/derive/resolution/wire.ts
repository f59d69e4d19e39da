import type { Answer, End, Question } from "../../model/index.js";
import { parseAddress } from "../../net/index.js";
import type { Crossing, Wire } from "./inquiry.js";

/** Types are asked over UDP first, and over TCP where an answer is long (RFC 7766). */
const PROTOCOL = "udp";

/** Whether questions get somewhere, as reachability has it; what was asked once is remembered. */
export function wireOf(answer: (question: Question) => Answer): Wire {
  const known = new Map<string, Crossing>();
  const asked = (from: End, to: { address: string; port: number }): Crossing => {
    const key = JSON.stringify([from, to]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const { verdict } = answer({ from, to: { ip: to.address }, protocol: PROTOCOL, port: to.port });
    const crossing = verdict === "reaches" ? "yes" : verdict === "unknown" ? "unknown" : "no";
    known.set(key, crossing);
    return crossing;
  };
  return (from, to) => {
    const family = parseAddress(to.address)?.family;
    // Addresses of the other family ask nobody there.
    const able = from.filter((text) => (parseAddress(text)?.family ?? family) === family);
    const each = able.map((text) => asked(parseAddress(text) === null ? { id: text } : { ip: text }, to));
    if (each.length === 0) return from.length === 0 ? "unknown" : "no";
    if (each.includes("yes")) return "yes";
    return each.includes("unknown") ? "unknown" : "no";
  };
}
