import { type TSchema, Type } from "typebox";

export const Text = Type.String();
export const Flag = Type.Boolean();
export const Cidrs = Type.Array(Type.String(), { description: "canonical CIDR blocks, IPv4 and IPv6" });

/** A member that a source always has, and may not know. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Texts = Type.Array(Text);
export const MaybeText = Nullable(Text);
export const MaybeFlag = Nullable(Flag);
export const MaybeCount = Nullable(Type.Integer());

/** Members that some sources do not have at all. */
export const OptionalText = Type.Optional(Nullable(Text));
export const OptionalFlag = Type.Optional(Nullable(Flag));
export const OptionalCount = (description?: string) =>
  Type.Optional(Nullable(Type.Integer(description === undefined ? {} : { description })));

export const Moment = (description: string) =>
  Nullable(Type.String({ description: `${description}, RFC 3339 in UTC` }));
export const Created = Moment("when it was made");
export const Document = Nullable(
  Type.Unknown({ description: "parsed policy document; null where there is none or it cannot be read" }),
);

/**
 * The id or alias of a node, or what may be one. Policies that only quote and compare such names judge copies
 * of a subject once: `src/evaluate` replaces them, and `src/rego` proves that nothing else is done with them.
 */
export const NodeName = (description: string) => Type.String({ description, identity: true });

export const Key = Nullable(NodeName("key that it is encrypted with; null: the service's own, or none"));
