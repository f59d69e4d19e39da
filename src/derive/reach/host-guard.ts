import type { Gap } from "../../model/index.js";
import type { Direction } from "./filters.js";
import type { Flow } from "./flow.js";
import type { Nic } from "./nics.js";
import type { Walker } from "./walker.js";

/** What the own chains of a host in a data centre let through of what it sends or gets. */
export function throughHost(
  walker: Walker,
  flow: Flow,
  { nic, direction }: { nic: Nic; direction: Direction },
): Flow | undefined {
  const { fabric } = walker;
  const gaps = unread(walker, nic);
  const says = `what filters packets on ${nic.label} could not be read`;
  const on = gaps.length === 0 ? flow : walker.unsure(flow, { node: nic.id, says, gaps });
  if (on === undefined) return undefined;
  if (nic.filters.length === 0 && gaps.length === 0)
    walker.assumes.add(
      `nothing was collected of what filters packets on ${fabric.label(nic.host ?? nic.id)}`,
    );
  return walker.filter(on, { node: nic.id, ids: ownFilters(walker, nic.filters), direction });
}

/**
 * Chains of a host that judge what is for itself; a forward chain judges what it passes on. A hook without a
 * chain is told of as a filter that lets a family in: it refuses nobody.
 */
function ownFilters({ fabric }: Walker, filters: readonly string[]): string[] {
  return filters.filter((id) => {
    const node = fabric.graph.node(id);
    return node?.native["hook"] !== "forward" && node?.type !== "nftables.hook";
  });
}

/** Listings of the host, or of nobody in particular at its site, that could not be read. */
function unread({ fabric }: Walker, { host, id }: Nic): Gap[] {
  const { holes, graph } = fabric;
  const own = host === undefined ? [] : holes.at(host, "filters");
  const near = holes.hiding("filter", graph.node(host ?? id), CHAIN);
  return [
    ...own.filter(({ touches }) => touches.relations?.includes("filters")),
    ...near.filter(({ touches }) => touches.types?.includes(CHAIN) === true && touches.nodes.length === 0),
  ];
}

const CHAIN = "nftables.chain";
