import { type Static, Type } from "typebox";
import { Nullable, Text, Texts } from "./fact-shapes.js";

/** What one rule of a web ACL does in fact. */
export const ProtectionSchema = Type.Object({
  rule: Type.Object({ id: Text, label: Text }),
  type: Type.String({ description: "managed-group, rule-group, or the type of the rule's own statement" }),
  vendor: Nullable(Text),
  name: Nullable(Type.String({ description: "of a managed group" })),
  version: Nullable(Text),
  blocking: Texts,
  counting: Type.Array(Text, {
    description: "rules that only count; of a rule that is no group its own name stands in one of the lists",
  }),
  allowing: Texts,
  asking: Type.Array(Text, { description: "rules that ask for a puzzle or a token" }),
  detects: Type.Array(Text, {
    description:
      "what it looks for: sql-injection, script-injection, size, country, rate, address, …; sorted",
  }),
  scoped: Type.Boolean({ description: "some requests are not looked at: it is scoped down" }),
  reached: Type.Enum(["all", "some", "none"], {
    description:
      "requests that come to it: none where an earlier rule ends all, some where one ends some by allowing",
  }),
  limit: Nullable(Type.Integer({ description: "of a rate limit: requests in the window" })),
  window: Nullable(Type.Integer({ description: "of a rate limit: seconds" })),
  aggregate: Nullable(Text),
});

/** The fact `coverage` of a web ACL: what of its rules takes effect, in their order, groups unfolded. */
export const CoverageSchema = Type.Object({
  default: Text,
  protections: Type.Array(ProtectionSchema),
});

export type Coverage = Static<typeof CoverageSchema>;
export type Protection = Static<typeof ProtectionSchema>;
