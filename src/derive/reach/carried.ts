import { type CarriedFact, type Fact, type Gap, gapOf } from "../../model/index.js";
import { AddressSet, formatCidr, PUBLIC_SPACE } from "../../net/index.js";
import { type Breadth, isBroad } from "./ask.js";
import type { Fabric } from "./fabric.js";
import type { Ending } from "./flow.js";
import type { Ground } from "./ground.js";
import { scout } from "./scout.js";
import { routeFrom } from "./vpc.js";

const MOST_BLOCKS = 16;
const NOTHING: CarriedFact = { through: null, to: [], more: 0, internet: false, onward: [] };

/**
 * The fact `carried` of attachments of transit gateways: destinations of others that are routed into it and go on
 * from there. A VPC carries what is for addresses beyond its own and is not lost in it; a line to a data centre what
 * is for the VPCs of the estate, or for the internet.
 */
export function carried(ground: Ground, breadth: Breadth): (id: string) => Fact {
  return (id) => {
    const { fabric } = ground;
    const strangers = routedInto(fabric, id);
    const network = fabric.one(id, "network");
    if (strangers.isEmpty()) return { value: NOTHING, gaps: [] };
    if (network !== undefined) return throughNetwork(fabric, { id, network, breadth });
    const { attachmentType = "" } = fabric.is(id, "attachment");
    if (!LINES.has(attachmentType)) return { value: NOTHING, gaps: [] };
    return { value: throughLine(fabric, { id, strangers, breadth }), gaps: [] };
  };
}

const LINES: ReadonlySet<string> = new Set(["vpn", "direct-connect-gateway"]);

/** Destinations that tables of the gateway send to the attachment. */
function routedInto(fabric: Fabric, id: string): AddressSet {
  const gateway = fabric.one(id, "gateway");
  const tables = gateway === undefined ? [] : fabric.many(gateway, "route_tables");
  const names = new Set([id, ...(fabric.graph.node(id)?.aliases ?? [])]);
  const pieces = tables.flatMap((table) => fabric.tables.of(table)?.pieces ?? []);
  return AddressSet.unionOf(
    pieces
      .filter(({ route }) => route.state !== "blackhole" && names.has(route.via.id ?? ""))
      .map(({ to }) => to),
  );
}

function throughNetwork(
  fabric: Fabric,
  { id, network, breadth }: { id: string; network: string; breadth: Breadth },
): Fact {
  const beyond = routedInto(fabric, id).difference(fabric.blocksOf(network));
  if (beyond.isEmpty()) return { value: NOTHING, gaps: [] };
  const set = fabric.space.box({ destination: beyond, source: others(fabric, network) });
  const ends = fabric
    .many(id, "subnets")
    .flatMap((subnet) =>
      scout(fabric, set, (walker, flow) =>
        routeFrom(walker, { ...flow, zone: fabric.zoneOf(subnet) }, { network, subnet }),
      ),
    );
  const arrived = ends.filter(({ kind }) => kind === "arrives");
  const to = AddressSet.unionOf(arrived.map(({ flow }) => fabric.space.addresses(flow.set, "destination")));
  const value = told(fabric, { through: network, to, breadth, onward: arrived.map(({ node }) => node) });
  return { value, gaps: arrived.length > 0 ? [] : gapsOf(fabric, id, ends) };
}

/** Whose packets a network carries for them: every private address beyond its own. */
function others(fabric: Fabric, network: string): AddressSet {
  return AddressSet.ALL.difference(fabric.blocksOf(network));
}

function throughLine(
  fabric: Fabric,
  { id, strangers, breadth }: { id: string; strangers: AddressSet; breadth: Breadth },
): CarriedFact {
  const networks = fabric.graph.ids("network").filter((each) => fabric.graph.node(each)?.type === "aws.vpc");
  const reached = networks.filter((each) => fabric.blocksOf(each).overlaps(strangers));
  const clouds = AddressSet.unionOf(reached.map((each) => fabric.blocksOf(each)));
  const open = strangers.intersect(PUBLIC_SPACE);
  const world = isBroad(open, breadth) ? open : AddressSet.NONE;
  // A default route leads to every VPC that no other route names; what is meant by it is the internet.
  const to = world.isEmpty() ? strangers.intersect(clouds) : world;
  return told(fabric, { through: id, to, breadth, onward: world.isEmpty() ? reached : [] });
}

function told(
  fabric: Fabric,
  { through, to, breadth, onward }: { through: string; to: AddressSet; breadth: Breadth; onward: string[] },
): CarriedFact {
  if (to.isEmpty()) return NOTHING;
  const blocks = to.toCidrs(MOST_BLOCKS).map(formatCidr);
  return {
    through: { id: through, label: fabric.label(through) },
    to: blocks,
    more: Math.max(0, to.countCidrs() - blocks.length),
    internet: isBroad(to.intersect(PUBLIC_SPACE), breadth),
    onward: [...new Set(onward)].sort().map((each) => ({ id: each, label: fabric.label(each) })),
  };
}

function gapsOf(fabric: Fabric, id: string, ends: readonly Ending[]): Gap[] {
  const node = fabric.graph.node(id);
  const doubts = ends.filter(({ kind }) => kind === "unknown");
  if (node === undefined || doubts.length === 0) return [];
  const own = doubts
    .filter(({ gaps }) => gaps.length === 0)
    .map(({ says }) =>
      gapOf({
        reason: "unmodelled",
        message: `what ${node.label} carries on for others is not certain: ${says}`
          .slice(0, 500)
          .toWellFormed(),
        at: node.at,
        touches: { nodes: [id] },
      }),
    );
  const all = new Map([...doubts.flatMap(({ gaps }) => [...gaps]), ...own].map((gap) => [gap.id, gap]));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
