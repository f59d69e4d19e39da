import { type EstateNode, type Gap, UsageError } from "../../model/index.js";
import { idsOf } from "./candidates.js";
import type { EstateNames } from "./estate-names.js";
import type { Server } from "./inquiry.js";

/** Whom machines of a place ask. */
export interface Start {
  readonly id: string;
  readonly label: string;
  readonly server?: Server;
  /** Addresses that they are told, where it is not the provider's resolver. */
  readonly servers: readonly string[];
  readonly by?: string;
  readonly says: string;
  readonly client?: string | undefined;
  readonly assumes: readonly string[];
  readonly gaps: readonly Gap[];
}

const NEXT = "name a VPC, a subnet, an instance, an Outpost, a site, a name server, or internet";

/** What the place of a question means. A place that is not there, or is several, is the user's to mend. */
export function startOf(names: EstateNames, from: string): Start {
  if (from === "internet") return { ...bare("public", "the internet"), server: { kind: "public" } };
  const found = names.graph.find(from);
  const [node, ...more] = found;
  if (node === undefined) throw new UsageError(`nothing in the snapshot is called ${from}`, NEXT);
  if (more.length > 0)
    throw new UsageError(`${from} is the name of several things`, `use an id, like ${node.id}`);
  if (node.kind === "name-server") return ofViews(names, node, [node.id]);
  if (node.kind === "site") return ofSite(names, node);
  const networks = networksOf(names, node);
  const [network, ...others] = networks;
  const [site] = idsOf(names, node.id, "site");
  if (network === undefined && site !== undefined) return ofSite(names, names.graph.node(site) as EstateNode);
  if (network === undefined) throw new UsageError(`${node.label} asks no names: it lies in no network`, NEXT);
  if (others.length > 0)
    throw new UsageError(`${node.label} has subnets of several networks`, `name one: ${networks.join(", ")}`);
  return ofNetwork(names, names.graph.node(network) as EstateNode<"network">, node);
}

function bare(id: string, label: string): Omit<Start, "server"> {
  return { id, label, servers: [], says: "", assumes: [], gaps: [] };
}

function networksOf(names: EstateNames, { id, kind }: EstateNode): string[] {
  if (kind === "network") return [id];
  if (kind !== "outpost") return [...idsOf(names, id, "network")];
  const held = idsOf(names, id, "holds").filter((each) => names.graph.node(each)?.kind === "subnet");
  return [...new Set(held.flatMap((subnet) => idsOf(names, subnet, "network")))].sort();
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html */
export function ofNetwork(names: EstateNames, network: EstateNode<"network">, node: EstateNode): Start {
  const base = { ...bare(network.id, node.label), gaps: names.missing(network.id, "dhcp_options") };
  const provider: Start = { ...base, server: { kind: "resolver", network: network.id } };
  const [options] = idsOf(names, network.id, "dhcp_options");
  if (options === undefined) return provider;
  const { is } = names.graph.node(options) as EstateNode<"dhcp-options">;
  const { nameServers = [], providerResolver = true } = is;
  if (providerResolver || nameServers.length === 0) return provider;
  const [first = ""] = nameServers;
  const own = names.serverAt({ address: first, port: 53 }, network.id);
  if (own?.kind === "resolver" && own.network === network.id) return { ...base, server: own };
  return { ...base, servers: nameServers, by: options };
}

function ofSite(names: EstateNames, site: EstateNode): Start {
  const hosts = idsOf(names, site.id, "name_servers");
  if (hosts.length > 0) return ofViews(names, site, hosts);
  const own = idsOf(names, site.id, "hosts").flatMap((host) => idsOf(names, host, "name_servers"));
  if (own.length > 0) return ofViews(names, site, own);
  return { ...bare(site.id, site.label), says: `which name servers ${site.label} asks was not told` };
}

/** Where a site has several servers, its machines are taken to ask the first by name. */
function ofViews(names: EstateNames, place: EstateNode, ids: readonly string[]): Start {
  const nodes = ids.map((id) => names.graph.node(id) as EstateNode<"name-server">);
  const serverName = [...new Set(nodes.map(({ is }) => is.name ?? ""))].sort()[0] ?? "";
  const views = names.viewsOf(nodes.filter(({ is }) => (is.name ?? "") === serverName).map(({ id }) => id));
  const blocks = place.kind === "site" ? ((place as EstateNode<"site">).is.cidrs ?? []) : [];
  const [block] = blocks;
  return {
    ...bare(place.id, place.label),
    server: { kind: "name-server", host: views[0] ?? "", views },
    ...(block === undefined ? {} : { client: block.split("/")[0] }),
    assumes: place.kind === "site" ? [`machines of ${place.label} ask ${serverName}`] : [],
  };
}
