import type { Command } from "commander";
import type { Run } from "./program.js";

/** `causeway policies schemas` */
export function addSchemas(policies: Command, run: Run): void {
  policies
    .command("schemas [folders...]")
    .description("write what policies find in their input: a JSON Schema a kind, for opa check --schema")
    .option("-o, --output <folder>", "where to write; nothing else may lie there", "schemas")
    .addHelpText(
      "after",
      "\nExample:\n  $ causeway policies schemas policies --output schemas\n  $ opa check --schema schemas policies",
    )
    .action(run(async () => (await import("./commands/policies-schemas.js")).schemas));
}
