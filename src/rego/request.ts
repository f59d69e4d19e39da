import { DERIVED, FACTS, KINDS, RELATIONS, SEVERITIES } from "../model/index.js";
import type { PolicyModule } from "./types.js";

/** What the compiler needs to know of the model: nothing of it is repeated in Go. */
const VOCABULARY = {
  kinds: KINDS,
  severities: SEVERITIES,
  relations: RELATIONS,
  facts: FACTS,
  derived: DERIVED,
};

interface Source {
  readonly path: string;
  readonly text: string;
  readonly role: "policy" | "part" | "lib" | "test" | "declaration" | "other";
  readonly policy: string;
  readonly origin: PolicyModule["origin"];
}

export interface CompilerRequest {
  readonly mode: "policies" | "tests" | "coverage" | "lint";
  readonly modules: readonly Source[];
  readonly vocabulary: typeof VOCABULARY;
  /** Of coverage: the tests to run, by name. */
  readonly tests?: readonly string[];
  /** Of lint: texts that the skeleton of a policy holds. */
  readonly placeholders?: readonly string[];
}

export function requestFor(mode: CompilerRequest["mode"], modules: readonly PolicyModule[]): CompilerRequest {
  const wanted = modules.filter(({ path }) => mode !== "policies" || !path.endsWith("_test.rego"));
  return { mode, modules: wanted.map(sourceOf), vocabulary: VOCABULARY };
}

/** The path says what a file is: `lib/…`, `…_test.rego`, `<area>/<name>/policy.rego` or a file beside that one. */
function sourceOf({ path, shown, text, origin, declares = false }: PolicyModule): Source {
  const file = { path: shown, text, origin };
  if (path.endsWith("_test.rego")) return { ...file, role: "test", policy: "" };
  if (path.startsWith("lib/")) return { ...file, role: "lib", policy: "" };
  const [, policy, name] = /^([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
  if (policy === undefined) return { ...file, role: "other", policy: "" };
  if (name !== "policy.rego") return { ...file, role: "part", policy };
  return { ...file, role: declares ? "declaration" : "policy", policy };
}
