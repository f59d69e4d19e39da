import type { EstateNode } from "../../model/index.js";
import { type AddressRange, parseRange } from "../../net/index.js";
import { isUniform } from "./exposed.js";
import type { Fabric } from "./fabric.js";
import type { Nic } from "./nics.js";
import type { Bounds } from "./survey.js";

/**
 * Tells where all cards of a class fare alike on the internet: where no route and no entry of an ACL anywhere
 * tells one part of their subnet from another, and no firewall, whose rules may, stands in the estate.
 */
export class Cuts {
  private readonly subnets = new Map<string, boolean>();

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
    const { survey } = this.fabric;
    const [start, end] = [BigInt(from), BigInt(to)];
    const bounds = survey.bounds.get("", () => this.read())[family];
    let [low, high] = [0, bounds.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((bounds[middle] ?? 0n) <= start) low = middle + 1;
      else high = middle;
    }
    const next = bounds[low];
    return next !== undefined && next <= end;
  }

  private read(): Bounds {
    const found = { ipv4: new Set<bigint>(), ipv6: new Set<bigint>() };
    for (const ranges of [this.routed(), this.listed()]) {
      for (const { family, from, to } of ranges) {
        found[family].add(BigInt(from));
        found[family].add(BigInt(to) + 1n);
      }
    }
    const sorted = (values: Set<bigint>) => [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return { ipv4: sorted(found.ipv4), ipv6: sorted(found.ipv6) };
  }

  private *routed(): Iterable<AddressRange> {
    const { graph, tables } = this.fabric;
    for (const id of graph.each("route-table"))
      for (const { to } of tables.of(id)?.pieces ?? []) yield* to.ranges();
  }

  /** Entries of network ACLs. */
  private *listed(): Iterable<AddressRange> {
    const { fabric } = this;
    const { graph } = fabric;
    for (const filter of graph.each("filter")) {
      if (fabric.many(filter, "subnets").length === 0) continue;
      for (const rule of fabric.many(filter, "rules")) {
        for (const peer of (graph.node(rule) as EstateNode<"rule"> | undefined)?.is.peers ?? []) {
          const range = "cidr" in peer ? parseRange(peer.cidr) : null;
          if (range !== null) yield range;
        }
      }
    }
  }
}
