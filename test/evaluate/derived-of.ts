import type { Derived, Fact } from "../../src/model/index.js";

export type FactsById = Readonly<Record<string, Partial<Fact>>>;

/** Facts by subject id under the name `exposure`, which filters have and which reads rules. */
export function derivedOf(facts: FactsById = {}): Derived {
  return {
    kindsRead: () => ["rule", "prefix-set"],
    names: (kind) => (kind === "filter" ? ["exposure"] : []),
    fact: (_name, id) => ({ value: { ingress: [], egress: [] }, gaps: [], ...facts[id] }),
  };
}
