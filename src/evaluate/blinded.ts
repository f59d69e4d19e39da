import { type Derived, type Kind, type PolicyMeta, typesToldApart } from "../model/index.js";
import { type Outlook, outlookFrom } from "./outlook.js";

/** Of which kinds nodes are missing, and of which types. */
type Hidden = ReadonlyMap<Kind, ReadonlySet<string>>;

/**
 * Policies that could not say pass where nodes of these kinds are missing: their subjects may be among them, or what
 * they read. Asked before anything was read, it names every policy that some subject may leave undecided.
 */
export function blindedBy(
  hidden: Hidden,
  policies: readonly PolicyMeta[],
  derived: Pick<Derived, "names" | "kindsRead">,
): PolicyMeta[] {
  return policies.filter((policy) => {
    const { subject, types } = policy;
    const missing = hidden.get(subject);
    if (missing !== undefined && (types.length === 0 || types.some((type) => missing.has(type)))) return true;
    const own = types.length === 0 ? [""] : types;
    return own.some((type) => meets(hidden, outlook(policy, type, derived)));
  });
}

function outlook(policy: PolicyMeta, type: string, derived: Pick<Derived, "names" | "kindsRead">): Outlook {
  const { subject: kind, reads } = policy;
  const names = derived.names(kind);
  const paths = reads
    .filter((read) => read !== "tags" && read !== "native" && !names.includes(read))
    .map((read) => read.split("."));
  const facts = reads.filter((read) => names.includes(read)).flatMap((fact) => derived.kindsRead(fact));
  return outlookFrom({ kind, type }, { paths, facts });
}

function meets(hidden: Hidden, read: Outlook): boolean {
  return [...read].some(([kind, types]) => {
    const missing = hidden.get(kind);
    if (missing === undefined) return false;
    const told = [...missing].filter((type) => typesToldApart(kind).has(type));
    return types === null || told.length === 0 || told.some((type) => types.has(type));
  });
}
