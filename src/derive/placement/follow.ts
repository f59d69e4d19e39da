import type { DataPlace, EstateNode } from "../../model/index.js";
import type { Atlas } from "./atlas.js";
import type { Holder, Link } from "./link.js";
import type { Links } from "./links.js";
import { UNKNOWN, type Where } from "./where.js";

type Step = DataPlace["trace"][number];

/** One place that data came to, and by which steps. */
export interface Arrival {
  readonly how: DataPlace["how"];
  readonly where: Where;
  readonly account: string | null;
  readonly trace: readonly Step[];
}

/** All places of some data, and every node on the way to them. */
export interface Journey {
  readonly arrivals: readonly Arrival[];
  /** Nodes that hold the data, and rules and transfers, in the order in which they were met. */
  readonly met: readonly EstateNode[];
  /** There is more than was followed. */
  readonly cut: boolean;
}

interface Waiting {
  readonly holder: Holder;
  readonly how: "lies" | "goes";
  readonly trace: readonly Step[];
}

/** More copies of one store than anybody keeps; what is left out is told as a gap. */
const MOST_HOLDERS = 20_000;

/** What notes or moves data holds none itself, nor do other names of a store. */
function holds({ kind, is }: EstateNode): boolean {
  const { storeType = "" } = is as { storeType?: string };
  return kind === "data-copy" || kind === "log-group" || (kind === "data-store" && !NAMES.has(storeType));
}

const NAMES: ReadonlySet<string> = new Set(["access-point", "proxy"]);

/**
 * Follows data from what holds it through copies, rules and transfers. What lies somewhere for certain is followed
 * before what only goes there, so that the first way to a node is the surest.
 */
export function follow(root: EstateNode, links: Links, atlas: Atlas): Journey {
  const arrivals: Arrival[] = [];
  const met = new Map<string, EstateNode>([[root.id, root]]);
  const seen = new Set<string>();
  const later: Waiting[] = [];
  const start: Waiting = {
    holder: { node: root, cameBy: null },
    how: "lies",
    trace: [stepOf(root, "store")],
  };
  if (holds(root)) arrivals.push(...arrivalsAt(atlas.of(root), start, root));
  const queue: Waiting[] = [start];
  for (
    let next = queue.shift();
    next !== undefined && seen.size < MOST_HOLDERS;
    next = queue.shift() ?? later.shift()
  ) {
    if (visited(seen, next.holder)) continue;
    for (const link of links.from(next.holder)) {
      met.set(link.by.id, link.by);
      const onwards = waitingFor(link, next);
      const wheres = link.where ?? (link.to === null ? [UNKNOWN] : atlas.of(link.to));
      arrivals.push(
        ...arrivalsAt(wheres, { ...onwards, how: link.how === "lies" ? next.how : link.how }, link),
      );
      if (link.to === null) continue;
      met.set(link.to.id, link.to);
      (onwards.how === "lies" ? queue : later).push(onwards);
    }
  }
  return { arrivals, met: [...met.values()], cut: seen.size >= MOST_HOLDERS };
}

/** Whoever came without a mark may go every way that one with a mark may. */
function visited(seen: Set<string>, { node, cameBy }: Holder): boolean {
  const key = `${node.id}\n${cameBy ?? ""}`;
  if (seen.has(`${node.id}\n`) || seen.has(key)) return true;
  seen.add(key);
  return false;
}

function waitingFor(link: Link, { how, trace }: Waiting): Waiting {
  const node = link.to ?? link.by;
  const steps = link.by === link.to || link.to === null ? [] : [stepOf(link.to, "store")];
  return {
    holder: { node, cameBy: link.once ?? null },
    how: link.how === "lies" && how === "lies" ? "lies" : "goes",
    trace: [...trace, stepOf(link.by, link.why), ...steps],
  };
}

function arrivalsAt(
  wheres: readonly Where[],
  { how, trace }: { readonly how: DataPlace["how"]; readonly trace: readonly Step[] },
  at: { readonly account?: string | null; readonly scope?: EstateNode["scope"] },
): Arrival[] {
  const account = at.account ?? at.scope?.account ?? null;
  return wheres.map((where) => ({ how, where, account, trace }));
}

function stepOf({ id, label }: EstateNode, why: string): Step {
  return { node: id, label, why };
}
