import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Checks } from "../model/validate.js";

/** Where the build leaves checks of schemas, beside the rest of what it made (`write-checks.ts`). */
export const CHECKS = join(import.meta.dirname, "../checks.cjs");

/** Checks of schemas that were compiled when Causeway was built, by digest; none where it runs from its sources. */
export function builtChecks(): Checks {
  return existsSync(CHECKS) ? (createRequire(import.meta.url)(CHECKS) as Checks) : {};
}
