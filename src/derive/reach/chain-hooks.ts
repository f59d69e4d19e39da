import type { EstateNode } from "../../model/index.js";

/**
 * Whether a filter is asked at all. Chains of nftables that an accept of another leads to are not; those
 * before and after the hooks for what a host gets, sends and passes on are, in the direction of theirs.
 */
export function judges({ is, native, type }: EstateNode<"filter">, direction: "ingress" | "egress"): boolean {
  if (is.evaluation !== "first-match" || is.directions === undefined) return true;
  if (is.directions.includes(direction)) return true;
  if (type !== "nftables.chain" || typeof native["hook"] !== "string") return false;
  const hook = native["type"] === "nat" || !WITHIN.has(native["hook"]) ? native["hook"] : "";
  return (direction === "ingress" ? COMING : GOING).has(hook);
}

const WITHIN: ReadonlySet<string> = new Set(["input", "forward", "output"]);
const COMING: ReadonlySet<string> = new Set(["ingress", "prerouting", "input"]);
const GOING: ReadonlySet<string> = new Set(["output", "postrouting", "egress"]);

/** The one address family that reaches a chain, by its table (nft(8), "ADDRESS FAMILIES"); undefined: both. */
export function seenBy(node: EstateNode<"filter"> | undefined): "ipv4" | "ipv6" | undefined {
  if (node?.type !== "nftables.chain") return undefined;
  const { family } = node.native;
  return family === "ip" ? "ipv4" : family === "ip6" ? "ipv6" : undefined;
}
