import { type TSchema, Type } from "typebox";

export const Text = Type.String();
export const Flag = Type.Boolean();
export const Cidrs = Type.Array(Type.String(), { description: "canonical CIDR blocks, IPv4 and IPv6" });

/** A member that a source always has, and may not know. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/**
 * The id or alias of a node, or what may be one. Policies that only quote and compare such names judge copies
 * of a subject once: `src/evaluate` replaces them, and `src/rego` proves that nothing else is done with them.
 */
export const NodeName = (description: string) => Type.String({ description, identity: true });
