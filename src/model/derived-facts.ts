import { AgesSchema } from "./ages.js";
import { ChainsSchema } from "./chains.js";
import { ExposureSchema } from "./exposure.js";
import { OpenRegionsSchema } from "./open-regions.js";
import { BackupsSchema, ClassesSchema, PlacementSchema } from "./placement.js";
import { PublishedSchema } from "./published.js";
import {
  CarriedSchema,
  DeadEndsSchema,
  DeadRulesSchema,
  EffectFactSchema,
  EgressFactSchema,
  LostRepliesSchema,
  ReachFactSchema,
  ReturnsSchema,
  SegmentationSchema,
} from "./reach-facts.js";
import {
  ForwardingSchema,
  LeadsSchema,
  OriginsSchema,
  RegistrationSchema,
  ResolverSchema,
  StandingSchema,
} from "./resolution.js";
import { PrivilegesSchema, TrustSchema } from "./trust.js";
import { CoverageSchema } from "./web-coverage.js";

/** The facts that are derived, by name: the kinds of nodes that have them, what they say, and their shape. */
export const DERIVED = {
  exposure: {
    kinds: ["filter"],
    says: "what it admits after order, defaults and prefix lists, as causes that never overlap",
    schema: ExposureSchema,
  },
  effect: {
    kinds: ["filter"],
    says: "through which of its openings the internet reaches something behind it, with a way",
    schema: EffectFactSchema,
  },
  egress: {
    kinds: ["interface"],
    says: "what it opens on the internet, and is answered",
    schema: EgressFactSchema,
  },
  carried: {
    kinds: ["attachment"],
    says: "what a transit gateway sends into a network or down a line that goes on to somewhere beyond",
    schema: CarriedSchema,
  },
  dead_ends: {
    kinds: ["route-table"],
    says: "active routes that come to no network, data centre or internet, and where they end",
    schema: DeadEndsSchema,
  },
  lost_replies: {
    kinds: ["filter"],
    says: "connections that groups behind it admit and all of whose answers it refuses",
    schema: LostRepliesSchema,
  },
  returns: {
    kinds: ["network"],
    says: "networks to which its routes lead and from which none lead back, or only by another link",
    schema: ReturnsSchema,
  },
  dead_rules: {
    kinds: ["filter"],
    says: "rules that never decide anything, and the rules that decide before them",
    schema: DeadRulesSchema,
  },
  reach: {
    kinds: ["interface"],
    says: "what the internet opens on it over routes, gateways, groups and ACLs, there and back",
    schema: ReachFactSchema,
  },
  segmentation: {
    kinds: ["estate"],
    says: "services that go from zone to zone and that causeway.yaml does not allow, each with a way",
    schema: SegmentationSchema,
  },
  coverage: {
    kinds: ["web-acl"],
    says: "what of its rules takes effect, in their order, groups unfolded",
    schema: CoverageSchema,
  },
  ages: {
    kinds: ["role", "user", "identity-provider"],
    says: "days of use, of age and until certificates end, from when it was read",
    schema: AgesSchema,
  },
  chains: {
    kinds: ["role", "user", "identity-provider", "identity-center", "identity-pool", "account"],
    says: "who can become whom over any number of steps, a shortest chain from each kind of origin",
    schema: ChainsSchema,
  },
  trust: {
    kinds: ["role"],
    says: "each way into it by its trust policy, after what is denied",
    schema: TrustSchema,
  },
  placement: {
    kinds: ["data-store", "data-copy", "log-group", "trail", "delivery-channel", "transfer"],
    says: "every place where copies of its data lie, go, are cached or are steered from",
    schema: PlacementSchema,
  },
  classes: {
    kinds: ["data-store", "data-copy"],
    says: "the classes of data in causeway.yaml that it is of",
    schema: ClassesSchema,
  },
  backups: {
    kinds: ["data-store"],
    says: "what is kept of it, what keeps it how often and how long, and where",
    schema: BackupsSchema,
  },
  leads: {
    kinds: ["record"],
    says: "what its names and addresses come to, over all accounts and sites",
    schema: LeadsSchema,
  },
  standing: {
    kinds: ["zone"],
    says: "who names its servers and vouches for its key, and what it hides or is hidden by",
    schema: StandingSchema,
  },
  resolver: {
    kinds: ["network"],
    says: "whom its machines ask and whether that is reached, private zones, query logs, DNS firewalls",
    schema: ResolverSchema,
  },
  forwarding: {
    kinds: ["resolver-rule"],
    says: "whether those it forwards to are reached, and answer for the domain",
    schema: ForwardingSchema,
  },
  open_regions: {
    kinds: ["account"],
    says: "the Regions that no service control policy keeps shut",
    schema: OpenRegionsSchema,
  },
  origins: {
    kinds: ["entry-point"],
    says: "whether what a distribution fetches from is there",
    schema: OriginsSchema,
  },
  registration: {
    kinds: ["domain"],
    says: "days to its end when the registrar was asked, and whether it names the servers of a zone",
    schema: RegistrationSchema,
  },
  published: {
    kinds: ["identity-provider"],
    says: "how it agrees with what the identity provider says of itself",
    schema: PublishedSchema,
  },
  privileges: {
    kinds: ["role", "user"],
    says: "what it could make of what it may do",
    schema: PrivilegesSchema,
  },
} as const;
