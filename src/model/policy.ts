import { type Static, Type } from "typebox";
import { KindSchema } from "./kinds.js";
import { SEVERITIES } from "./severities.js";

export const SeveritySchema = Type.Enum(SEVERITIES);

export const ParameterSchema = Type.Object({
  description: Type.String(),
  default: Type.Unknown(),
  schema: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: "JSON Schema of the value" }),
  ),
});

/** What a policy says of itself in its METADATA block. */
export const PolicyMetaSchema = Type.Object({
  id: Type.String({ description: "area/name: the folder, the package and the SARIF rule id" }),
  package: Type.String(),
  file: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  title: Type.String(),
  description: Type.String(),
  severity: SeveritySchema,
  subject: KindSchema,
  types: Type.Array(Type.String(), { description: "node types it judges; empty is every type of the kind" }),
  reads: Type.Array(Type.String(), { description: "relation paths, facts, `tags` or `native`" }),
  complete: Type.Boolean({
    description: "findings follow from an absence, so a gap in what is read makes them unknown too",
  }),
  remediation: Type.String(),
  references: Type.Array(Type.String()),
  controls: Type.Record(Type.String(), Type.Array(Type.String())),
  parameters: Type.Record(Type.String(), ParameterSchema),
  opaque: Type.Boolean({
    description:
      "provably looks at ids and labels only to quote them, so documents equal but for identity are judged once",
  }),
  origin: Type.Union([Type.Literal("built-in"), Type.Literal("custom")]),
});

export type PolicyMeta = Static<typeof PolicyMetaSchema>;

/** What lies beside the WASM: every policy, and the entry points that judge them by subject kind. */
export const ManifestSchema = Type.Object({
  formatVersion: Type.Literal(1),
  opa: Type.String({ description: "version of the OPA compiler" }),
  hash: Type.String({ description: "over all sources; the key of the cache" }),
  policies: Type.Array(PolicyMetaSchema),
  entrypoints: Type.Array(
    Type.Object({
      name: Type.String({ description: "entry point in the WASM, e.g. causeway/filter/opaque" }),
      kind: KindSchema,
      opaque: Type.Boolean(),
      policies: Type.Array(Type.String()),
    }),
  ),
});

export type Manifest = Static<typeof ManifestSchema>;
