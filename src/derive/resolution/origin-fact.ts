import type { EstateNode, Fact, Gap, Json, Origins } from "../../model/index.js";
import { Owned } from "./owned.js";
import type { Names } from "./resolution.js";

/** The fact `origins` of entry points: whether what a distribution fetches from is the estate's, and there. */
export function origins(names: Names): (id: string) => Fact {
  const owned = new Owned(names.estate);
  return (id) => {
    const entry = names.graph.node(id) as EstateNode<"entry-point">;
    const gaps: Gap[] = [];
    const value: Origins = {
      origins: (entry.is.cdn?.origins ?? []).flatMap(({ name, domain }) => {
        if (domain === null) return [];
        const target = owned.service(names.estate.absolute(domain), { record: entry, gaps });
        const base = { name, domain };
        return target === undefined
          ? [{ ...base, service: "name", owned: "others" as const, claimable: false }]
          : [{ ...base, service: target.service, owned: target.owned, claimable: target.claimable }];
      }),
    };
    return { value: value as unknown as Json, gaps };
  };
}
