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

/** The facts that are derived, by name: the kinds of nodes that have them, and their shape. */
export const DERIVED = {
  exposure: { kinds: ["filter"], schema: ExposureSchema },
  effect: { kinds: ["filter"], schema: EffectFactSchema },
  egress: { kinds: ["interface"], schema: EgressFactSchema },
  carried: { kinds: ["attachment"], schema: CarriedSchema },
  dead_ends: { kinds: ["route-table"], schema: DeadEndsSchema },
  lost_replies: { kinds: ["filter"], schema: LostRepliesSchema },
  returns: { kinds: ["network"], schema: ReturnsSchema },
  dead_rules: { kinds: ["filter"], schema: DeadRulesSchema },
  reach: { kinds: ["interface"], schema: ReachFactSchema },
  segmentation: { kinds: ["estate"], schema: SegmentationSchema },
  coverage: { kinds: ["web-acl"], schema: CoverageSchema },
  ages: { kinds: ["role", "user", "identity-provider"], schema: AgesSchema },
  chains: {
    kinds: ["role", "user", "identity-provider", "identity-center", "identity-pool", "account"],
    schema: ChainsSchema,
  },
  trust: { kinds: ["role"], schema: TrustSchema },
  placement: {
    kinds: ["data-store", "data-copy", "log-group", "trail", "delivery-channel", "transfer"],
    schema: PlacementSchema,
  },
  classes: { kinds: ["data-store", "data-copy"], schema: ClassesSchema },
  backups: { kinds: ["data-store"], schema: BackupsSchema },
  leads: { kinds: ["record"], schema: LeadsSchema },
  standing: { kinds: ["zone"], schema: StandingSchema },
  resolver: { kinds: ["network"], schema: ResolverSchema },
  forwarding: { kinds: ["resolver-rule"], schema: ForwardingSchema },
  open_regions: { kinds: ["account"], schema: OpenRegionsSchema },
  origins: { kinds: ["entry-point"], schema: OriginsSchema },
  registration: { kinds: ["domain"], schema: RegistrationSchema },
  published: { kinds: ["identity-provider"], schema: PublishedSchema },
  privileges: { kinds: ["role", "user"], schema: PrivilegesSchema },
} as const;
