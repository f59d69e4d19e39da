import { join } from "node:path";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import type { Cause, Exposure } from "../../../src/model/index.js";
import { AddressSet, cidrRange, parseAddress, parseCidr } from "../../../src/net/index.js";
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

/** Whether every filter that judges this packet's way admits it, by what Causeway makes of the listing. */
export function admitted(listing: string, probe: Probe): boolean | "unknown" {
  const graph = assemble([readNftables({ path: "listing.json", text: listing })]);
  const derived = derive(graph);
  const direction = probe.outward === true ? "egress" : "ingress";
  const verdicts = graph.ids("filter").flatMap((id) => {
    const native = graph.node(id)?.native;
    const judges = graph.node(id) as { is: { directions?: string[] } } | undefined;
    if (judges?.is.directions?.includes(direction) !== true || native?.["hook"] === "forward") return [];
    const { value, gaps } = derived.fact("exposure", id);
    const open = (value as unknown as Exposure)[direction].some((cause) => opens(cause, probe));
    return [{ id, open, unknown: gaps.length > 0 }];
  });
  if (verdicts.some(({ open }) => open)) return true;
  if (verdicts.some(({ unknown }) => unknown)) return "unknown";
  // Without a filter in this direction nothing is in the way.
  return verdicts.length === 0;
}

function opens(cause: Cause, { protocol, from, to, port, outward }: Probe): boolean {
  const address = parseAddress(outward === true ? to : from);
  if (address === null || address.family !== cause.family) return false;
  const through = cause.openings.some(
    (opening) =>
      (opening.protocol === protocol || opening.protocol === "all") &&
      opening.from <= port &&
      port <= opening.to,
  );
  const blocks = cause.peers.map((text) => parseCidr(text)).filter((cidr) => cidr !== null);
  if (cause.morePeers > 0) throw new Error("the probe's ruleset is too fine for the summary of peers");
  return through && AddressSet.ofRanges(blocks.map(cidrRange)).contains(address);
}
