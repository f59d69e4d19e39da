import { type AddressSet, type Family, formatCidr, type PortRange, PortSet } from "../../../net/index.js";
import { setOf } from "../nics.js";

/** Ports that some addresses of one family may open. */
export interface Cell {
  readonly family: Family;
  readonly ports: PortSet;
  readonly sources: AddressSet;
}

/** One block of addresses and one run of ports: what one rule can say. */
export interface Box {
  readonly cidr: string;
  readonly ports: PortRange;
}

interface Block {
  readonly cidr: string;
  readonly prefix: number;
  readonly set: AddressSet;
  readonly ports: PortSet;
}

/** So many blocks nobody writes as rules. */
const MOST_BLOCKS = 128;

/**
 * Cells as few boxes: large blocks first, each with the ports that no larger one has told yet, and with more of its
 * own ports where that makes fewer runs. Undefined where there are too many blocks.
 * @param all of what `cells` are a part: what a box may repeat
 */
export function boxesOf(cells: readonly Cell[], all: readonly Cell[]): Box[] | undefined {
  if (cells.some(({ sources }) => sources.countCidrs() > MOST_BLOCKS)) return undefined;
  const covering = (block: AddressSet, some: readonly Cell[]) =>
    some
      .filter(({ sources }) => sources.covers(block))
      .reduce((ports, cell) => ports.union(cell.ports), PortSet.NONE);
  const told: Block[] = [];
  const boxes: Box[] = [];
  for (const { cidr, prefix, set } of blocksIn(cells)) {
    const wanted = covering(set, cells);
    const left = told.reduce(
      (ports, done) => (done.set.covers(set) ? ports.difference(done.ports) : ports),
      wanted,
    );
    if (left.isEmpty()) continue;
    const runs = left.ranges();
    const wide = covering(set, all)
      .ranges()
      .filter((range) => left.overlaps(PortSet.ofRanges([range])));
    const chosen = wide.length < runs.length ? wide : runs;
    boxes.push(...chosen.map((ports) => ({ cidr, ports })));
    told.push({ cidr, prefix, set, ports: PortSet.ofRanges(chosen) });
  }
  return boxes;
}

function blocksIn(cells: readonly Cell[]): Omit<Block, "ports">[] {
  const blocks = new Map<string, Omit<Block, "ports">>();
  for (const { sources } of cells)
    for (const block of sources.toCidrs()) {
      const cidr = formatCidr(block);
      if (!blocks.has(cidr)) blocks.set(cidr, { cidr, prefix: block.prefix, set: setOf([cidr]) });
    }
  return [...blocks.values()].sort((a, b) => a.prefix - b.prefix);
}
