import { join } from "node:path";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import type { Batch, Cause, EstateNode, Exposure } from "../../../src/model/index.js";
import { AddressSet, endsOf, formatAddress, parseRange } from "../../../src/net/index.js";
import { readNftables } from "../../../src/sources/nftables/index.js";
import { inNamespace } from "./kernel.js";

export const HOST = { ipv4: "192.0.2.1", ipv6: "2001:db8:f::1" } as const;
export const CLIENT = {
  ipv4: ["10.0.0.1", "10.0.0.9", "10.0.0.200", "192.168.1.7", "203.0.113.9", "8.8.8.8"],
  ipv6: ["2001:db8::5", "2001:db8:1::5", "fd00::5", "2a00::9"],
} as const;

export interface Probe {
  readonly protocol: "tcp" | "udp";
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly outward?: boolean;
}

interface Arrivals {
  readonly listing: string;
  readonly arrived: readonly boolean[];
  readonly left: readonly boolean[];
}

/** Two hosts with a cable between them. Neighbours are fixed, so that no rule can cut their discovery. */
function cable(): string {
  const four = CLIENT.ipv4.map((address) => `ip -n client addr add ${address}/32 dev v1`);
  const six = CLIENT.ipv6.flatMap((address) => [
    `ip -n client -6 addr add ${address}/128 dev v1 nodad`,
    `ip -6 neigh add ${address} lladdr $c dev v0`,
  ]);
  return `
    mount -t tmpfs tmpfs /run
    ip link set lo up
    ip netns add client
    ip link add v0 type veth peer name v1 netns client
    ip link set v0 up; ip -n client link set v1 up; ip -n client link set lo up
    h=$(ip -o link show v0 | sed 's/.*ether \\([^ ]*\\).*/\\1/')
    c=$(ip -n client -o link show v1 | sed 's/.*ether \\([^ ]*\\).*/\\1/')
    ip addr add ${HOST.ipv4}/32 dev v0
    ip -6 addr add ${HOST.ipv6}/128 dev v0 nodad
    ${[...four, ...six].join("\n    ")}
    ip -n client -6 neigh add ${HOST.ipv6} lladdr $h dev v1
    for n in "" "-n client"; do ip $n route add default dev $([ -z "$n" ] && echo v0 || echo v1); done
    ip -6 route add default dev v0; ip -n client -6 route add default dev v1
  `;
}

/** Sends every probe through every ruleset; what arrives is the kernel's own verdict. */
export function sendThroughKernel(
  rulesets: readonly { ruleset: string; probes: readonly Probe[] }[],
): Arrivals[] {
  const prober = join(import.meta.dirname, "prober.mjs");
  const script = `${cable()}\n exec ${process.execPath} ${prober}`;
  const { status, stdout, stderr } = inNamespace(script, JSON.stringify({ rulesets }));
  if (status !== 0) throw new Error(`the probes failed (${status}): ${stderr}`);
  return JSON.parse(stdout) as Arrivals[];
}

export type Admits = (probe: Probe) => boolean | "unknown";

/** How Causeway reads a listing: what each probe comes to at the filters that judge its direction. */
export function readingOf(listing: string): Admits {
  const batch = readNftables({ path: "listing.json", text: listing });
  const known = new Map<string, Verdict[]>();
  return (probe) => {
    const [direction, peer] = probe.outward
      ? (["egress", probe.to] as const)
      : (["ingress", probe.from] as const);
    const key = `${direction} ${peer}`;
    const verdicts = known.get(key) ?? verdictsFor(batch, direction, peer);
    known.set(key, verdicts);
    if (verdicts.some(({ exposure }) => exposure[direction].some((cause) => opens(cause, probe, peer))))
      return true;
    if (verdicts.some(({ unknown }) => unknown)) return "unknown";
    // Without a filter in this direction nothing is in the way.
    return verdicts.length === 0;
  };
}

interface Verdict {
  readonly exposure: Exposure;
  readonly unknown: boolean;
}

/** The exposure of each filter to one peer: everybody else is refused first, so that no summary blurs it. */
function verdictsFor(batch: Batch, direction: "ingress" | "egress", peer: string): Verdict[] {
  const entries = batch.nodes.filter(
    (node): node is EstateNode<"filter"> =>
      node.kind === "filter" &&
      node.native["hook"] !== "forward" &&
      ((node as EstateNode<"filter">).is.directions ?? []).includes(direction),
  );
  const first = entries.map(({ id, at, scope }) => refuseOthers({ id, at, scope }, direction, peer));
  const edges = first.map(({ id, at }) => ({
    from: id,
    relation: "filter",
    to: id.replace(/#others$/, ""),
    at,
  }));
  const graph = assemble([batch, { nodes: first, edges, gaps: [] }]);
  const derived = derive(graph);
  return entries.map(({ id }) => {
    const { value, gaps } = derived.fact("exposure", id);
    return { exposure: value as unknown as Exposure, unknown: gaps.length > 0 };
  });
}

function refuseOthers(
  { id, at, scope }: Pick<EstateNode, "id" | "at" | "scope">,
  direction: "ingress" | "egress",
  peer: string,
): EstateNode<"rule"> {
  const one = parseRange(peer);
  const others = AddressSet.ofRanges(one === null ? [] : [one]).complement();
  const facts = {
    ...{
      direction,
      action: "deny",
      order: -1,
      family: null,
      protocols: null,
      ports: null,
      sourcePorts: null,
    },
    ...{ icmp: null, localPeers: null, established: false, description: null, unmodelled: [] },
    peers: others.ranges().map((range) => {
      const [from = "", to = ""] = endsOf(range).map(formatAddress);
      return { range: { from, to } };
    }),
  } as const;
  return {
    ...{
      id: `${id}#others`,
      kind: "rule",
      type: "test",
      label: "others",
      aliases: [],
      scope,
      tags: {},
      native: {},
      at,
    },
    is: facts as unknown as EstateNode<"rule">["is"],
  };
}

function opens(cause: Cause, { protocol, port }: Probe, peer: string): boolean {
  if (!cause.peers.some((cidr) => cidr.startsWith(`${peer}/`))) return false;
  return cause.openings.some(
    (opening) =>
      (opening.protocol === protocol || opening.protocol === "all") &&
      opening.from <= port &&
      port <= opening.to,
  );
}
