// Run when Causeway is built: compiles the schemas that every run checks against, so that no run has to.
import { writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { ConfigSchema, FrameworkSchema, ManifestSchema, QUICK, schemaDigest } from "../model/index.js";
import { ROW_SCHEMAS } from "../snapshot/index.js";
import { CHECKS } from "./built-checks.js";

const schemas = [...ROW_SCHEMAS, ConfigSchema, FrameworkSchema, ManifestSchema];
const byDigest = new Map(schemas.map((schema) => [schemaDigest(schema), schema]));
const ajv = new Ajv({ ...QUICK, code: { source: true, optimize: true } });
for (const [digest, schema] of byDigest) ajv.addSchema(schema, digest);
writeFileSync(
  CHECKS,
  standalone.default(ajv, Object.fromEntries([...byDigest.keys()].map((digest) => [digest, digest]))),
);
