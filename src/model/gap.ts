import { type Static, Type } from "typebox";
import { KindSchema } from "./kinds.js";
import { ProvenanceSchema } from "./provenance.js";

const REASONS = [
  "denied",
  "throttled",
  "failed",
  "unsupported",
  "not-collected",
  "unrecognized",
  "unparsed",
  "unmodelled",
  "truncated",
  "dangling",
  "ambiguous",
  "conflict",
  "policy-stopped",
] as const;

/**
 * Something that could not be seen. `touches` says what that makes unknowable: nodes of these kinds
 * in this scope, or these very nodes. A gap that touches nothing is still reported.
 */
export const GapSchema = Type.Object(
  {
    id: Type.String({ description: "stable: a hash over reason, subject and place" }),
    reason: Type.Enum(REASONS),
    message: Type.String({ description: "one sentence for people" }),
    at: ProvenanceSchema,
    touches: Type.Object(
      {
        kinds: Type.Array(KindSchema),
        nodes: Type.Array(Type.String({ description: "node ids or aliases" })),
        types: Type.Optional(
          Type.Array(Type.String(), {
            description:
              "of the kinds only nodes of these provider types and what belongs to them; all otherwise",
          }),
        ),
        account: Type.Optional(Type.String()),
        region: Type.Optional(Type.String()),
        site: Type.Optional(Type.String()),
        relations: Type.Optional(
          Type.Array(Type.String(), {
            description: "of the named nodes only what these path segments lead to; all of them otherwise",
          }),
        ),
        facts: Type.Optional(
          Type.Array(Type.String(), {
            description:
              "members of the named nodes that are in dispute: a fact, tags, native and the provider's member",
          }),
        ),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export type Gap = Static<typeof GapSchema>;
export type GapReason = Gap["reason"];

/** A gap before it has an id; `graph/assemble` and sources finish it with `gapOf`. */
export type GapDraft = Omit<Gap, "id" | "touches"> & { readonly touches?: Partial<Gap["touches"]> };
