import type { Batch, EstateNode, FactsByKind, Peer } from "../../../src/model/index.js";

type RuleFacts = FactsByKind["rule"];

/** The rows of a batch's chains in one line each, in order, so that a table can be read. */
export function rows(batch: Batch, chain: string): string[] {
  return batch.nodes
    .filter((node): node is EstateNode<"rule"> => node.kind === "rule" && node.id.startsWith(`${chain}#`))
    .map((node) => short(node.is as RuleFacts));
}

export function short(is: RuleFacts): string {
  const runs = (ranges: RuleFacts["ports"]) =>
    (ranges ?? []).map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
  const words = [
    is.action,
    is.direction === "egress" ? "out" : "",
    is.established ? "established" : "",
    is.turns === undefined ? "" : is.turns.length === 0 ? "to no answer" : "opening",
    is.family ?? "",
    is.protocols === null
      ? ""
      : `proto ${is.protocols.length > 8 ? `${is.protocols.length} of 256` : is.protocols.join(",")}`,
    is.icmp === null ? "" : `icmp ${is.icmp.type ?? "*"}/${is.icmp.code ?? "*"}`,
    is.ports === null ? "" : `port ${runs(is.ports)}`,
    is.sourcePorts === null ? "" : `sport ${runs(is.sourcePorts)}`,
    is.peers.length === 1 && "any" in (is.peers[0] ?? {}) ? "" : `peers ${is.peers.map(peer).join(" ")}`,
    is.localPeers === null ? "" : `here ${is.localPeers.map(peer).join(" ")}`,
    is.unmodelled.length === 0 ? "" : `if ${is.unmodelled.join("; ")}`,
  ];
  return words.filter((word) => word !== "").join(" ");
}

function peer(one: Peer): string {
  if ("cidr" in one) return one.cidr;
  return "range" in one ? `${one.range.from}-${one.range.to}` : JSON.stringify(one);
}
