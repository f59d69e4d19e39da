import type { Kind } from "../../model/index.js";
import { resourceOf } from "./registry.js";

/** Of which kinds nodes would be missing without these calls, and of which types. @param calls service:Operation */
export function hiddenKinds(calls: readonly string[]): Map<Kind, Set<string>> {
  const hidden = new Map<Kind, Set<string>>();
  for (const { kinds, types } of calls.flatMap((call) => resourceOf(call) ?? [])) {
    for (const kind of kinds) {
      const known = hidden.get(kind) ?? new Set<string>();
      for (const type of types) known.add(type);
      hidden.set(kind, known);
    }
  }
  return hidden;
}
