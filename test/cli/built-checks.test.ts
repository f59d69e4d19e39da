import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Checks,
  ConfigSchema,
  FrameworkSchema,
  ManifestSchema,
  schemaDigest,
} from "../../src/model/index.js";
import { ROW_SCHEMAS } from "../../src/snapshot/index.js";

const root = join(import.meta.dirname, "../..");
const built = createRequire(import.meta.url)(join(root, "dist/checks.cjs")) as Checks;
const SCHEMAS = [...ROW_SCHEMAS, ConfigSchema, FrameworkSchema, ManifestSchema];

/** Values near what schemas describe: their members' names, with what may stand there and what may not. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("", "aws", "a", 0, 1, -1, 1.5, true, false, null),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("provider", "uri", "source", "kinds", "id", "x"), tie("value"), {
      maxKeys: 3,
    }),
  ),
}))["value"];

it("has a check, compiled when it was built, for each schema that every run asks", () => {
  const missing = SCHEMAS.filter((schema) => built[schemaDigest(schema)] === undefined);
  expect(missing).toEqual([]);
});

it("checks as a schema does that is compiled now", () => {
  const ajv = new Ajv({ strict: false });
  const pairs = SCHEMAS.map((schema) => {
    const members = Object.keys((schema as { properties?: object }).properties ?? {});
    return { members, now: ajv.compile(schema), before: built[schemaDigest(schema)] };
  });
  let fitting = 0;
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.array(values, { maxLength: 12 }), (pair, drawn) => {
      const named = Object.fromEntries(
        pair.members.slice(0, drawn.length).map((name, at) => [name, drawn[at]]),
      );
      for (const value of [named, {}, ...drawn]) {
        const fits = pair.now(value);
        fitting += fits ? 1 : 0;
        expect(pair.before?.(value)).toBe(fits);
      }
    }),
    { numRuns: 2000 },
  );
  expect(fitting).toBeGreaterThan(100);
});
