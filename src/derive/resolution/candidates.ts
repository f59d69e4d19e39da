import type { EstateNode, Kind } from "../../model/index.js";
import { parentName } from "../../net/index.js";
import type { EstateNames } from "./estate-names.js";

/** What answers the names of a domain in a network. */
export interface Candidate {
  readonly domain: string;
  readonly what: "forward" | "system" | "zone" | "endpoint" | "own-names";
  /** Rule, zone, endpoint or network. */
  readonly id: string;
  /** Where domains are the same, the lowest is taken. */
  readonly rank: number;
}

/**
 * Where domains are the same, rules come before private zones and these before what the provider defines by itself;
 * what a network has of its own comes before its profile's.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profile-associate-vpcs.html
 */
const RANKS = { rule: 0, zone: 1, profileRule: 2, profileZone: 3, own: 4 } as const;

/** What ended, or never began. */
const VOID = new Set(["failed", "deleting", "deleted", "action-needed"]);

/** All that answers in a network, in no order; worked out once for each. */
export function candidatesOf(names: EstateNames, network: string): Candidate[] {
  return [
    ...rulesOf(names, network),
    ...idsOf(names, network, "private_zones").flatMap((id) => zone(names, id, RANKS.zone)),
    ...profilesOf(names, network),
    ...endpointsOf(names, network),
    ...ownNames(names, network),
  ];
}

/** Candidates by domain: of those with the same one, the first by rank. */
export type Shelf = ReadonlyMap<string, Candidate>;

export function shelved(candidates: readonly Candidate[]): Shelf {
  const found = new Map<string, Candidate>();
  for (const each of candidates) {
    const known = found.get(each.domain);
    if (known === undefined || before(each, known)) found.set(each.domain, each);
  }
  return found;
}

/** The candidate of the longest domain that holds a name. */
export function bestOf(shelf: Shelf, name: string): Candidate | undefined {
  for (let at: string | null = name; at !== null; at = parentName(at)) {
    const found = shelf.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function before(one: Candidate, other: Candidate): boolean {
  return one.rank < other.rank || (one.rank === other.rank && one.id < other.id);
}

/** Ids of what a network is associated with by associations that hold. */
export function associatedOf(
  names: EstateNames,
  network: string,
  kind: Kind,
): EstateNode<"dns-association">[] {
  return idsOf(names, network, "dns_associations").flatMap((id) => {
    const association = names.graph.node(id) as EstateNode<"dns-association">;
    if (VOID.has(association.is.status ?? "")) return [];
    const [to] = idsOf(names, id, "associated");
    return to !== undefined && names.graph.node(to)?.kind === kind ? [association] : [];
  });
}

export function idsOf(names: EstateNames, id: string, segment: string): readonly string[] {
  return names.graph.step(id, segment)?.ids ?? [];
}

function rulesOf(names: EstateNames, network: string): Candidate[] {
  return associatedOf(names, network, "resolver-rule").flatMap(({ id }) =>
    idsOf(names, id, "associated").flatMap((rule) => ruled(names, rule, RANKS.rule)),
  );
}

function ruled(names: EstateNames, id: string, rank: number): Candidate[] {
  const { is } = names.graph.node(id) as EstateNode<"resolver-rule">;
  const { domain = null, ruleType = "unknown" } = is;
  if (domain === null || VOID.has(is.status ?? "")) return [];
  if (ruleType === "forward") return [{ domain, what: "forward", id, rank }];
  return ruleType === "system" ? [{ domain, what: "system", id, rank }] : [];
}

function zone(names: EstateNames, id: string, rank: number): Candidate[] {
  const domain = (names.graph.node(id) as EstateNode<"zone">).is.name;
  return domain === undefined ? [] : [{ domain, what: "zone", id, rank }];
}

function profilesOf(names: EstateNames, network: string): Candidate[] {
  return associatedOf(names, network, "dns-profile").flatMap(({ id }) =>
    idsOf(names, id, "associated").flatMap((profile) =>
      idsOf(names, profile, "contains").flatMap((held): Candidate[] => {
        const { kind } = names.graph.node(held) as EstateNode;
        if (kind === "resolver-rule") return ruled(names, held, RANKS.profileRule);
        return kind === "zone" ? zone(names, held, RANKS.profileZone) : [];
      }),
    ),
  );
}

/**
 * Private DNS of an interface endpoint is a zone that nobody sees.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html#interface-endpoint-dns-hostnames
 */
function endpointsOf(names: EstateNames, network: string): Candidate[] {
  return idsOf(names, network, "endpoints").flatMap((id) => {
    const { is } = names.graph.node(id) as EstateNode<"endpoint">;
    if (is.privateDns !== true || is.endpointType !== "Interface" || is.state !== "available") return [];
    return (is.dnsNames ?? [])
      .map((name) => names.absolute(name))
      .filter((name) => !/(?:^|\.)vpce-[^.]*\./.test(name))
      .map((name): Candidate => {
        const domain = name.replace(/^\*\./, "");
        return { domain, what: "endpoint", id, rank: RANKS.own };
      });
  });
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-autodefined-rules.html */
function ownNames(names: EstateNames, network: string): Candidate[] {
  const region = names.graph.node(network)?.scope.region;
  if (region === undefined) return [];
  const domains =
    region === "us-east-1"
      ? ["ec2.internal.", "compute-1.internal.", "compute-1.amazonaws.com."]
      : [`${region}.compute.internal.`, `${region}.compute.amazonaws.com.`];
  return [...domains, "localhost.", "localdomain."].map((domain) => ({
    ...{ domain, what: "own-names", id: network, rank: RANKS.own },
  }));
}
