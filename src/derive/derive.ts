import type { Graph } from "../graph/index.js";
import { type DataRules, DERIVED, type Derived, type Fact, type Kind, type Zones } from "../model/index.js";
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
  /** Kinds whose gaps hide something from the fact. */
  readonly kindsRead: readonly Kind[];
  /** Prepares the fact for a graph; called once, when the first subject is asked about. */
  prepare(graph: Graph, options: Settled & { readonly ground: Ground }): (id: string) => Fact;
}

/** Larger than what one owner holds: the largest IPv4 blocks of one registrant are /8, IPv6 /16 (RIR statistics). */
const DEFAULTS: Settled = { internet: { ipv4: 8, ipv6: 16 } };

const FILTERED = ["rule", "prefix-list", "prefix-set"] as const;

/** A fact that says itself what hides something: most of what a Region lacks has nothing to do with one subject. */
const own = (prepare: FactRow["prepare"]): FactRow => ({ kindsRead: [], prepare });

const reaching = (name: keyof ReturnType<typeof reachFacts>) =>
  own((_, { ground, internet }) => reachFacts(ground, internet)[name]);

const naming = (name: keyof ReturnType<typeof nameFacts>) =>
  own((_, { ground, internet }) => nameFacts(ground, internet)[name]);

const FACT_TABLE: Readonly<Record<keyof typeof DERIVED, FactRow>> = {
  exposure: { kindsRead: FILTERED, prepare: (graph, { internet }) => exposures(graph, internet) },
  dead_rules: { kindsRead: FILTERED, prepare: (_, { ground }) => deadRules(ground) },
  reach: reaching("reach"),
  egress: reaching("egress"),
  effect: own((_, { internet, ground }) => effects(ground, internet)),
  lost_replies: own((_, { internet, ground }) => lostReplies(ground, internet)),
  dead_ends: own((_, { ground }) => deadEnds(ground)),
  returns: own((_, { ground }) => returns(ground)),
  carried: own((_, { internet, ground }) => carried(ground, internet)),
  segmentation: own((graph, { internet, zones }) => segmentation(graph, { zones, breadth: internet })),
  trust: { kindsRead: ["role", "user", "identity-provider"], prepare: trusts },
  ages: own(ages),
  chains: { kindsRead: ["role", "user", "group", "organization-policy"], prepare: chains },
  // Managed policies that were not read are missed one by one.
  privileges: { kindsRead: ["group", "organization-policy"], prepare: privileges },
  open_regions: {
    kindsRead: ["organization", "organization-policy", "organizational-unit"],
    prepare: openRegions,
  },
  published: { kindsRead: ["identity-provider"], prepare: published },
  coverage: { kindsRead: ["web-rule", "web-rule-group", "web-set"], prepare: coverage },
  placement: own((graph, { data }) => placements(graph, data)),
  classes: own((graph, { data }) => classesOf(graph, data)),
  backups: own((graph, { data }) => backups(graph, data)),
  leads: naming("leads"),
  standing: naming("standing"),
  resolver: naming("resolver"),
  forwarding: naming("forwarding"),
  registration: naming("registration"),
  origins: naming("origins"),
};

const rowOf = (name: string): FactRow | undefined =>
  Object.hasOwn(FACT_TABLE, name) ? FACT_TABLE[name as keyof typeof DERIVED] : undefined;

/** Works facts out when they are asked for: nothing is derived that no policy reads, and nothing is kept. */
export function derive(graph: Graph, options: DeriveOptions = {}): Derived {
  const settled = { ...DEFAULTS, ...options, ground: new Ground(graph) };
  const prepared = new Map<string, (id: string) => Fact>();
  return {
    kindsRead: (name) => rowOf(name)?.kindsRead ?? [],
    names: (kind) =>
      Object.entries<{ readonly kinds: readonly Kind[] }>(DERIVED)
        .filter(([, { kinds }]) => kinds.includes(kind))
        .map(([name]) => name),
    fact: (name, id) => {
      const row = rowOf(name);
      if (row === undefined) throw new Error(`there is no derived fact called ${name}`);
      const fact = prepared.get(name) ?? row.prepare(graph, settled);
      prepared.set(name, fact);
      return fact(id);
    },
  };
}
