import type { Kind } from "../../model/index.js";
import type { LeftOut } from "./left-out.js";
import { REGISTRY } from "./registry.js";
import { callOf } from "./resource.js";

/** What is not asked: single calls (service:Operation), what configuration leaves out, or everything. */
interface Unasked {
  readonly calls?: readonly string[];
  readonly leftOut?: LeftOut;
  readonly all?: boolean;
}

/** Of which kinds nodes would be missing, and of which types. */
export function hiddenKinds({ calls = [], leftOut, all = false }: Unasked): Map<Kind, Set<string>> {
  const hidden = new Map<Kind, Set<string>>();
  for (const resource of REGISTRY) {
    if (!all && !calls.includes(callOf(resource)) && leftOut?.has(resource) !== true) continue;
    for (const kind of resource.kinds) {
      const known = hidden.get(kind) ?? new Set<string>();
      for (const type of resource.types) known.add(type);
      hidden.set(kind, known);
    }
  }
  return hidden;
}
