import type { EstateNode, Fact, Gap, Json, ResolverFact } from "../../model/index.js";
import { associatedOf, idsOf } from "./candidates.js";
import { groupsOf, rulesOf } from "./firewall.js";
import type { Wire } from "./inquiry.js";
import type { Names } from "./resolution.js";

/** The fact `resolver` of networks: whom their machines ask, and what judges and writes down their questions. */
export function resolvers(names: Names, wire: Wire): (id: string) => Fact {
  return (id) => {
    const { estate } = names;
    const gaps: Gap[] = [];
    for (const segment of ["dns_associations", "private_zones", "resolver_settings", "dhcp_options"])
      gaps.push(...estate.missing(id, segment));
    for (const kind of ["dns-association", "query-log", "dns-firewall-group", "dhcp-options"] as const)
      gaps.push(...estate.hiding(kind, id));
    const settings = settingsOf(names, id);
    const { provider, told } = serversOf(names, id);
    const groups = groupsOf({ names: estate }, id);
    const rules = groups.flatMap((group) => rulesOf({ names: estate }, group));
    const value: ResolverFact = {
      servers: told.map((address) => ({
        address,
        known: estate.serverAt({ address, port: 53 }, id) !== undefined,
        reached: wire([id], { address, port: 53 }),
      })),
      provider,
      support: settings.dnsSupport ?? null,
      hostnames: settings.dnsHostnames ?? null,
      zones: idsOf(estate, id, "private_zones").length,
      logs: associatedOf(estate, id, "query-log").length + profiled(names, id, "query-log"),
      firewalls: groups.length,
      blocks: rules.filter(({ is }) => is.action === "block").length,
    };
    return { value: value as unknown as Json, gaps };
  };
}

function settingsOf(names: Names, id: string): EstateNode<"resolver-settings">["is"] {
  const all = idsOf(names.estate, id, "resolver_settings");
  return Object.assign({}, ...all.map((each) => names.graph.node(each)?.is));
}

function serversOf(names: Names, id: string): { provider: boolean; told: readonly string[] } {
  const [options] = idsOf(names.estate, id, "dhcp_options");
  if (options === undefined) return { provider: true, told: [] };
  const { nameServers = [], providerResolver = true } = (
    names.graph.node(options) as EstateNode<"dhcp-options">
  ).is;
  // Its own address is the provider's resolver under another name.
  const told = nameServers.filter((address) => {
    const server = names.estate.serverAt({ address, port: 53 }, id);
    return server?.kind !== "resolver" || server.network !== id;
  });
  return { provider: providerResolver || told.length < nameServers.length, told };
}

function profiled(names: Names, id: string, kind: string): number {
  return associatedOf(names.estate, id, "dns-profile")
    .flatMap((association) => idsOf(names.estate, association.id, "associated"))
    .flatMap((profile) => idsOf(names.estate, profile, "contains"))
    .filter((held) => names.graph.node(held)?.kind === kind).length;
}
