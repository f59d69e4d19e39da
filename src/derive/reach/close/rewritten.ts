import type { PeerTerms, RuleTerms } from "../../../model/index.js";
import { AddressSet, FAMILIES, type PacketSet, type PacketSpace, PortSet } from "../../../net/index.js";
import { setOf } from "../nics.js";
import { boxesOf, type Cell } from "./blocks.js";
import { protocolsOf, runsOf, strangerTo } from "./services-as.js";

/** The peer of a rule as it stands, and the addresses that it means. */
export interface OwnPeer {
  readonly peer: PeerTerms;
  readonly set: AddressSet;
}

/**
 * A set, as `asRule` has it, in rules: with the rule's own peer where all of it stays, else with blocks. Never says
 * more than the set; less where that would take too many rules: whoever asks looks at `admittedBy`.
 */
export function rewritten(space: PacketSpace, set: PacketSet, own: OwnPeer): RuleTerms[] {
  const cells = new Map<number | null, Cell[]>();
  for (const { family, protocols, ports, sources } of space.slices(set)) {
    const stranger = strangerTo(family);
    for (const protocol of protocolsOf(protocols, ports, stranger)) {
      if (protocol === stranger) continue;
      cells.set(protocol, [...(cells.get(protocol) ?? []), { family, ports, sources }]);
    }
  }
  const inOrder = [...cells].sort(([a], [b]) => (a ?? -1) - (b ?? -1));
  return inOrder.flatMap(([protocol, some]) => termsOf(protocol, some, own));
}

function termsOf(protocol: number | null, cells: readonly Cell[], own: OwnPeer): RuleTerms[] {
  const whole = wholePorts(protocol, cells, own.set);
  const same = runsOf(protocol, whole).map((run) => ({ ...run, peer: own.peer }));
  const rest = cells
    .map((cell) => ({ ...cell, ports: cell.ports.difference(whole) }))
    .filter(({ ports }) => !ports.isEmpty());
  const boxes = boxesOf(rest, cells) ?? [];
  const parted = boxes.flatMap(({ cidr, ports }) =>
    runsOf(protocol, PortSet.ofRanges([ports])).map((run) => ({ ...run, peer: { cidr } })),
  );
  return [...same, ...parted];
}

/** Ports that all whom the rule names may still open, in each family in which it names anybody. */
function wholePorts(protocol: number | null, cells: readonly Cell[], set: AddressSet): PortSet {
  const families = FAMILIES.filter(
    (family) => !set.only(family).isEmpty() && protocol !== strangerTo(family),
  );
  const parts = families.map((family) =>
    cells
      .filter((cell) => cell.family === family && cell.sources.equals(set.only(family)))
      .reduce((ports, cell) => ports.union(cell.ports), PortSet.NONE),
  );
  return parts.length === 0 ? PortSet.NONE : parts.reduce((a, b) => a.intersect(b));
}

/** What a rule with these terms admits, as `asRule` has it. */
export function admittedBy(space: PacketSpace, terms: readonly RuleTerms[], own: OwnPeer): PacketSet {
  return space.unionOf(
    terms.map(({ protocol, ports, icmp, peer }) =>
      space.box({
        source: "cidr" in peer ? setOf([peer.cidr]) : own.set,
        ...(protocol === null ? {} : { protocols: [protocol] }),
        ...(ports === null ? {} : { destinationPorts: PortSet.ofRanges([ports]) }),
        ...(icmp === null ? {} : { icmpTypes: [icmp.type] }),
        ...(icmp?.code == null ? {} : { icmpCodes: [icmp.code] }),
      }),
    ),
  );
}

/** Every address of a family, for filters that name no groups or lists. */
export function anybody(family: "ipv4" | "ipv6"): OwnPeer {
  return { peer: { cidr: family === "ipv4" ? "0.0.0.0/0" : "::/0" }, set: AddressSet.allOf(family) };
}
