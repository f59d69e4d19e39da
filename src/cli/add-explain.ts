import type { Command } from "commander";
import type { Run } from "./program.js";

export function addExplain(root: Command, run: Run): void {
  root
    .command("explain <subject>")
    .description(
      "print the exact input document of a subject, by id or alias, so that a policy can be written against it",
    )
    .option("-s, --snapshot <file>", "the snapshot (default: estate.duckdb)")
    .option("-p, --policies <folder...>", "folders of your own policies, beside the built-in ones")
    .option("--profile <name>", "a profile of the configuration")
    .option("--policy <id>", "only what this policy reads, and how it judges the subject")
    .option(
      "--exceptions",
      "instead, an exception to fill in for each finding, with the state it would hold for",
    )
    .addHelpText(
      "after",
      "\nExample:\n  $ causeway explain sg-0abc --policy exposure/no_admin_ports_from_internet\n  $ causeway explain sg-0abc --exceptions >> causeway.yaml",
    )
    .action(run(async () => (await import("./commands/explain.js")).explain));
}
