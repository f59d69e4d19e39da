import type { Graph } from "../../graph/index.js";
import {
  type Cell,
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Segmentation,
  type Zones,
} from "../../model/index.js";
import type { Breadth } from "./ask.js";
import { Fabric } from "./fabric.js";
import { crossingsOf, isAllowed, matrixOf } from "./matrix.js";
import { admittingRules, toldHops } from "./told-way.js";

const NOTHING: Segmentation = { declared: false, forbidden: 0, open: [] };
/** A space that grew beyond so many nodes is begun anew. */
const MOST_NODES = 3_000_000;

/** The fact `segmentation` of the estate: the cells of the matrix that must not have a way, and have one. */
export function segmentation(
  graph: Graph,
  { zones, breadth }: { zones: Zones | undefined; breadth: Breadth },
): (id: string) => Fact {
  if (zones?.allowed === undefined) return () => ({ value: NOTHING, gaps: [] });
  let known: { open: Segmentation["open"]; unsure: Cell[] } | undefined;
  const forbidden = crossingsOf(zones).filter((at) => isAllowed(zones, at) === false).length;
  return (id) => {
    known ??= forbiddenWays(graph, zones, breadth);
    return {
      value: { declared: true, forbidden, open: known.open },
      gaps: gapsOf(graph, graph.node(id) as EstateNode, known.unsure),
    };
  };
}

function forbiddenWays(
  graph: Graph,
  zones: Zones,
  breadth: Breadth,
): { open: Segmentation["open"]; unsure: Cell[] } {
  let shared: Fabric | undefined;
  const fabric = (): Fabric => {
    if (shared === undefined || shared.space.size > MOST_NODES)
      shared = new Fabric(graph, shared === undefined ? {} : { survey: shared.survey });
    return shared;
  };
  const open: Segmentation["open"] = [];
  const unsure: Cell[] = [];
  for (const cell of matrixOf(zones, { fabric, breadth, forbidden: true })) {
    if (cell.verdict === "reaches") open.push(wayOf(cell));
    else if (cell.verdict === "unknown") unsure.push(cell);
  }
  return { open, unsure };
}

function wayOf({ from, to, service, answer }: Cell): Segmentation["open"][number] {
  const trace = toldHops(answer.trace);
  const rules = admittingRules(answer.trace).reverse();
  const last = answer.trace.find(({ what, way }) => what === "arrives" && way === "there");
  const end = { id: last?.node ?? "", label: last?.label ?? "" };
  return {
    ...{ from, to, service, trace, rules },
    source: answer.from,
    target: answer.to,
    cause: rules[0] ?? end,
  };
}

/** What makes cells uncertain; a doubt without a gap of its own becomes one. */
function gapsOf(graph: Graph, { at, id }: EstateNode, cells: readonly Cell[]): Gap[] {
  const named = new Set(cells.flatMap(({ answer }) => answer.gaps));
  const own = cells
    .filter(({ answer }) => answer.gaps.length === 0)
    .map(({ from, to, service, answer }) =>
      gapOf({
        reason: "unmodelled",
        message: `whether ${from} reaches ${to} by ${service} is not certain: ${answer.says}`
          .slice(0, 500)
          .toWellFormed(),
        at,
        touches: { nodes: [id] },
      }),
    );
  return [...graph.gaps.filter((gap) => named.has(gap.id)), ...own].sort((a, b) => (a.id < b.id ? -1 : 1));
}
