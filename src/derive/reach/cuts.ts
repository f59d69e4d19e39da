import type { EstateNode } from "../../model/index.js";
import { type AddressRange, parseRange } from "../../net/index.js";
import { isUniform } from "./exposed.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";

/**
 * Tells where all cards of a class fare alike on the internet: where no route and no entry of an ACL anywhere
 * tells one part of their subnet from another, and no firewall, whose rules may, stands in the estate.
 */
export class Cuts {
  private readonly subnets = new Map<string, boolean>();
  private bounds: { readonly ipv4: readonly bigint[]; readonly ipv6: readonly bigint[] } | undefined;

  constructor(private readonly fabric: Fabric) {}

  fareAlike(nic: Nic): boolean {
    const { fabric } = this;
    if (nic.subnet === undefined || fabric.graph.count("firewall") > 0 || !isUniform(fabric, nic))
      return false;
    const known = this.subnets.get(nic.subnet);
    if (known !== undefined) return known;
    const whole = !fabric
      .blocksOf(nic.subnet)
      .ranges()
      .some((range) => this.cuts(range));
    this.subnets.set(nic.subnet, whole);
    return whole;
  }

  private cuts({ family, from, to }: AddressRange): boolean {
    this.bounds ??= this.read();
    const [start, end] = [BigInt(from), BigInt(to)];
    const bounds = this.bounds[family];
    let [low, high] = [0, bounds.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((bounds[middle] ?? 0n) <= start) low = middle + 1;
      else high = middle;
    }
    const next = bounds[low];
    return next !== undefined && next <= end;
  }

  /** Where ranges that somebody names begin, or end before. */
  private read(): { ipv4: bigint[]; ipv6: bigint[] } {
    const found = { ipv4: new Set<bigint>(), ipv6: new Set<bigint>() };
    for (const range of [...this.routed(), ...this.listed()]) {
      found[range.family].add(BigInt(range.from));
      found[range.family].add(BigInt(range.to) + 1n);
    }
    const sorted = (values: Set<bigint>) => [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return { ipv4: sorted(found.ipv4), ipv6: sorted(found.ipv6) };
  }

  private routed(): AddressRange[] {
    const { graph, tables } = this.fabric;
    const pieces = graph.ids("route-table").flatMap((id) => tables.of(id)?.pieces ?? []);
    return pieces.flatMap(({ to }) => to.ranges());
  }

  /** Entries of network ACLs. */
  private listed(): AddressRange[] {
    const { fabric } = this;
    const { graph } = fabric;
    const filters = new Set(graph.ids("subnet").flatMap((id) => fabric.many(id, "filters")));
    return [...filters]
      .flatMap((id) => fabric.many(id, "rules"))
      .flatMap((id) => (graph.node(id) as EstateNode<"rule"> | undefined)?.is.peers ?? [])
      .flatMap((peer) => ("cidr" in peer ? (parseRange(peer.cidr) ?? []) : []));
  }
}
