import {
  AgesSchema,
  BackupsSchema,
  CarriedSchema,
  ChainsSchema,
  ClassesSchema,
  CoverageSchema,
  DeadEndsSchema,
  DeadRulesSchema,
  EffectFactSchema,
  EgressFactSchema,
  ExposureSchema,
  FACTS,
  ForwardingSchema,
  KINDS,
  LeadsSchema,
  LostRepliesSchema,
  OpenRegionsSchema,
  OriginsSchema,
  PlacementSchema,
  PrivilegesSchema,
  PublishedSchema,
  RELATIONS,
  ReachFactSchema,
  RegistrationSchema,
  ResolverSchema,
  ReturnsSchema,
  SEVERITIES,
  SegmentationSchema,
  StandingSchema,
  TrustSchema,
} from "../model/index.js";
import type { PolicyModule } from "./types.js";

/** What the compiler needs to know of the model: nothing of it is repeated in Go. */
const VOCABULARY = {
  kinds: KINDS,
  severities: SEVERITIES,
  relations: RELATIONS,
  facts: FACTS,
  derived: {
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
    open_regions: { kinds: ["account"], schema: OpenRegionsSchema },
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
    origins: { kinds: ["entry-point"], schema: OriginsSchema },
    registration: { kinds: ["domain"], schema: RegistrationSchema },
    published: { kinds: ["identity-provider"], schema: PublishedSchema },
    privileges: { kinds: ["role", "user"], schema: PrivilegesSchema },
  },
};

interface Source {
  readonly path: string;
  readonly text: string;
  readonly role: "policy" | "part" | "lib" | "test" | "declaration" | "other";
  readonly policy: string;
  readonly origin: PolicyModule["origin"];
}

export interface CompilerRequest {
  readonly mode: "policies" | "tests";
  readonly modules: readonly Source[];
  readonly vocabulary: typeof VOCABULARY;
}

export function requestFor(mode: CompilerRequest["mode"], modules: readonly PolicyModule[]): CompilerRequest {
  const wanted = modules.filter(({ path }) => mode === "tests" || !path.endsWith("_test.rego"));
  return { mode, modules: wanted.map(sourceOf), vocabulary: VOCABULARY };
}

/** The path says what a file is: `lib/…`, `…_test.rego`, `<area>/<name>/policy.rego` or a file beside that one. */
function sourceOf({ path, shown, text, origin, declares = false }: PolicyModule): Source {
  const file = { path: shown, text, origin };
  if (path.endsWith("_test.rego")) return { ...file, role: "test", policy: "" };
  if (path.startsWith("lib/")) return { ...file, role: "lib", policy: "" };
  const [, policy, name] = /^([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  if (policy === undefined) return { ...file, role: "other", policy: "" };
  if (name !== "policy.rego") return { ...file, role: "part", policy };
  return { ...file, role: declares ? "declaration" : "policy", policy };
}
