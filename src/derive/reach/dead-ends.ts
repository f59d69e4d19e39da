import { type DeadEndsFact, type EstateNode, type Fact, type Gap, gapOf } from "../../model/index.js";
import type { Fabric } from "./fabric.js";
import type { Ending } from "./flow.js";
import type { Ground } from "./ground.js";
import { scout } from "./scout.js";
import type { Piece, Table } from "./tables.js";
import { routeFrom } from "./vpc.js";

type DeadEnd = DeadEndsFact["routes"][number];

interface Trial {
  readonly route: DeadEnd | undefined;
  readonly gaps: readonly Gap[];
}

const NONE: Trial = { route: undefined, gaps: [] };

/**
 * The fact `dead_ends` of route tables: routes that are active, and by which packets come to no network, data centre
 * or internet. Black holes say so themselves and are not among them.
 */
export function deadEnds(ground: Ground): (id: string) => Fact {
  return (id) => {
    const { fabric } = ground;
    const table = fabric.tables.of(id);
    const subnets = fabric.many(id, "subnets");
    if (table === undefined || subnets.length === 0) return { value: { routes: [] }, gaps: [] };
    const trials = table.pieces
      .filter(({ route: { state, via } }) => state === "active" && via.type !== "local")
      .map((piece) => tried(fabric, { table, piece, subnets }));
    const gaps = new Map(trials.flatMap((trial) => trial.gaps).map((gap) => [gap.id, gap]));
    return {
      value: { routes: trials.flatMap(({ route }) => route ?? []) },
      gaps: [...gaps.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  };
}

/** A route leads nowhere where it does so from every subnet that goes by it. */
function tried(
  fabric: Fabric,
  { table, piece, subnets }: { table: Table; piece: Piece; subnets: readonly string[] },
): Trial {
  const ends = subnets.flatMap((subnet) => {
    const network = fabric.one(subnet, "network");
    if (network === undefined) return [];
    const set = fabric.space.box({ source: fabric.blocksOf(network), destination: piece.to });
    return scout(fabric, set, (walker, flow) =>
      routeFrom(walker, { ...flow, zone: fabric.zoneOf(subnet) }, { network, subnet }),
    );
  });
  if (ends.length === 0 || ends.some(({ kind }) => kind === "arrives")) return NONE;
  const doubts = ends.filter(({ kind }) => kind === "unknown");
  if (doubts.length > 0)
    return { route: undefined, gaps: doubts.flatMap((doubt) => gapsOf(table, piece, doubt)) };
  const furthest = [...ends].sort((a, b) => b.flow.hops - a.flow.hops)[0];
  const { route, label } = piece;
  const destination = route.destination ?? route.prefixList ?? "";
  return { route: { destination, label, via: route.via, says: furthest?.says ?? "" }, gaps: [] };
}

/** The gaps behind a doubt; one without any becomes a gap of its own. */
function gapsOf({ node }: Table, { label }: Piece, { gaps, says }: Ending): readonly Gap[] {
  if (gaps.length > 0) return gaps;
  const { at, id, label: name } = node as EstateNode;
  return [
    gapOf({
      reason: "unmodelled",
      message: `where ${label} of ${name} leads is not certain: ${says}`.slice(0, 500).toWellFormed(),
      at,
      touches: { nodes: [id] },
    }),
  ];
}
