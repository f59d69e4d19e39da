import type { Graph } from "../graph/index.js";
import type { DataRules, Derived, Fact, Kind, Zones } from "../model/index.js";
import type { InternetPrefix } from "./exposure/breadth.js";
import { exposures } from "./exposure/exposure.js";
import { backups } from "./placement/backups.js";
import { classesOf } from "./placement/classes.js";
import { placements } from "./placement/placement.js";
import { carried } from "./reach/carried.js";
import { deadEnds } from "./reach/dead-ends.js";
import { deadRules } from "./reach/dead-rules.js";
import { effects } from "./reach/effect.js";
import { reachFacts } from "./reach/facts.js";
import { Ground } from "./reach/ground.js";
import { lostReplies } from "./reach/lost-replies.js";
import { returns } from "./reach/returns.js";
import { segmentation } from "./reach/segmentation.js";
import { nameFacts } from "./resolution/facts.js";
import { ages } from "./trust/ages.js";
import { chains } from "./trust/chains/chains.js";
import { openRegions } from "./trust/open-regions.js";
import { privileges } from "./trust/privileges.js";
import { published } from "./trust/published.js";
import { trusts } from "./trust/trust.js";
import { coverage } from "./web/coverage.js";

export interface DeriveOptions {
  /** A filter that admits more public addresses than one block of this length is open to the internet. */
  readonly internet?: InternetPrefix;
  /** Zones between which not everything may pass. */
  readonly zones?: Zones;
  /** Classes of data, and where each may lie. */
  readonly data?: DataRules;
}

type Settled = DeriveOptions & Required<Pick<DeriveOptions, "internet">>;

interface FactRow {
  readonly subjects: readonly Kind[];
  readonly kindsRead: readonly Kind[];
  /** Prepares the fact for a graph; called once, when the first subject is asked about. */
  prepare(graph: Graph, options: Settled & { readonly ground: Ground }): (id: string) => Fact;
}

/** Larger than what one owner holds: the largest IPv4 blocks of one registrant are /8, IPv6 /16 (RIR statistics). */
const DEFAULTS: Settled = { internet: { ipv4: 8, ipv6: 16 } };

/** Facts of walks say themselves what hides a way: most of what a Region lacks has nothing to do with one of them. */
const ROUTED = { kindsRead: [] } as const;

const FACT_TABLE: ReadonlyMap<string, FactRow> = new Map<string, FactRow>([
  [
    "exposure",
    {
      subjects: ["filter"],
      kindsRead: ["rule", "prefix-list", "prefix-set"],
      prepare: (graph, { internet }) => exposures(graph, internet),
    },
  ],
  [
    "dead_rules",
    {
      subjects: ["filter"],
      kindsRead: ["rule", "prefix-list", "prefix-set"],
      prepare: (_, { ground }) => deadRules(ground),
    },
  ],
  [
    "reach",
    {
      subjects: ["interface"],
      // The fact itself says what hides a way: most of what a Region lacks has nothing to do with one card.
      kindsRead: [],
      prepare: (_, { internet, ground }) => reachFacts(ground, internet).reach,
    },
  ],
  [
    "egress",
    {
      subjects: ["interface"],
      kindsRead: [],
      prepare: (_, { internet, ground }) => reachFacts(ground, internet).egress,
    },
  ],
  [
    "effect",
    {
      subjects: ["filter"],
      kindsRead: [],
      prepare: (_, { internet, ground }) => effects(ground, internet),
    },
  ],
  [
    "lost_replies",
    { ...ROUTED, subjects: ["filter"], prepare: (_, { internet, ground }) => lostReplies(ground, internet) },
  ],
  ["dead_ends", { ...ROUTED, subjects: ["route-table"], prepare: (_, { ground }) => deadEnds(ground) }],
  ["returns", { ...ROUTED, subjects: ["network"], prepare: (_, { ground }) => returns(ground) }],
  [
    "carried",
    { ...ROUTED, subjects: ["attachment"], prepare: (_, { internet, ground }) => carried(ground, internet) },
  ],
  [
    "trust",
    {
      subjects: ["role"],
      kindsRead: ["role", "user", "identity-provider"],
      prepare: (graph) => trusts(graph),
    },
  ],
  [
    "ages",
    {
      subjects: ["role", "user", "identity-provider"],
      kindsRead: [],
      prepare: (graph) => ages(graph),
    },
  ],
  [
    "chains",
    {
      subjects: ["role", "user", "identity-provider", "identity-center", "identity-pool", "account"],
      kindsRead: ["role", "user", "group", "organization-policy"],
      prepare: (graph) => chains(graph),
    },
  ],
  [
    "open_regions",
    {
      subjects: ["account"],
      kindsRead: ["organization", "organization-policy", "organizational-unit"],
      prepare: (graph) => openRegions(graph),
    },
  ],
  [
    "coverage",
    {
      subjects: ["web-acl"],
      kindsRead: ["web-rule", "web-rule-group", "web-set"],
      prepare: (graph) => coverage(graph),
    },
  ],
  [
    "placement",
    {
      ...ROUTED,
      subjects: ["data-store", "data-copy", "log-group", "trail", "delivery-channel", "transfer"],
      prepare: (graph, { data }) => placements(graph, data),
    },
  ],
  [
    "classes",
    {
      ...ROUTED,
      subjects: ["data-store", "data-copy"],
      prepare: (graph, { data }) => classesOf(graph, data),
    },
  ],
  ["backups", { ...ROUTED, subjects: ["data-store"], prepare: (graph, { data }) => backups(graph, data) }],
  [
    "privileges",
    {
      subjects: ["role", "user"],
      // Managed policies that were not read are missed one by one.
      kindsRead: ["group", "organization-policy"],
      prepare: (graph) => privileges(graph),
    },
  ],
  // What names mean: these say themselves what hides an answer.
  [
    "leads",
    {
      ...ROUTED,
      subjects: ["record"],
      prepare: (_, { ground, internet }) => nameFacts(ground, internet).leads,
    },
  ],
  [
    "standing",
    {
      ...ROUTED,
      subjects: ["zone"],
      prepare: (_, { ground, internet }) => nameFacts(ground, internet).standing,
    },
  ],
  [
    "resolver",
    {
      ...ROUTED,
      subjects: ["network"],
      prepare: (_, { ground, internet }) => nameFacts(ground, internet).resolver,
    },
  ],
  [
    "forwarding",
    {
      ...ROUTED,
      subjects: ["resolver-rule"],
      prepare: (_, { ground, internet }) => nameFacts(ground, internet).forwarding,
    },
  ],
  [
    "registration",
    {
      ...ROUTED,
      subjects: ["domain"],
      prepare: (_, { ground, internet }) => nameFacts(ground, internet).registration,
    },
  ],
  [
    "origins",
    {
      ...ROUTED,
      subjects: ["entry-point"],
      prepare: (_, { ground, internet }) => nameFacts(ground, internet).origins,
    },
  ],
  [
    "published",
    {
      subjects: ["identity-provider"],
      kindsRead: ["identity-provider"],
      prepare: (graph) => published(graph),
    },
  ],
  [
    "segmentation",
    {
      subjects: ["estate"],
      kindsRead: [],
      prepare: (graph, { internet, zones }) => segmentation(graph, { zones, breadth: internet }),
    },
  ],
]);

/** Works facts out when they are asked for: nothing is derived that no policy reads, and nothing is kept. */
export function derive(graph: Graph, options: DeriveOptions = {}): Derived {
  const settled = { ...DEFAULTS, ...options, ground: new Ground(graph) };
  const prepared = new Map<string, (id: string) => Fact>();
  return {
    kindsRead: (name) => FACT_TABLE.get(name)?.kindsRead ?? [],
    names: (kind) =>
      [...FACT_TABLE].filter(([, { subjects }]) => subjects.includes(kind)).map(([name]) => name),
    fact: (name, id) => {
      const row = FACT_TABLE.get(name);
      if (row === undefined) throw new Error(`there is no derived fact called ${name}`);
      const fact = prepared.get(name) ?? row.prepare(graph, settled);
      prepared.set(name, fact);
      return fact(id);
    },
  };
}
