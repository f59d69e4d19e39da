import type { Command } from "commander";
import type { Run } from "./program.js";

export function addTrust(root: Command, run: Run): void {
  root
    .command("trust")
    .description("say who can become a role, over any number of steps, and what it may do then")
    .requiredOption("--to <role>", "the role, by its ARN or name")
    .option(
      "--from <who>",
      "only how they can: a role, user, provider, account id, service, or anyone; exit 1 where they can",
    )
    .option("-s, --snapshot <file>", "the snapshot (default: estate.duckdb)")
    .option("--json", "everything, for programs")
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway trust --to arn:aws:iam::111122223333:role/deploy\n  $ causeway trust --to deploy --from anyone\n  $ causeway trust --to deploy --from 444455556666 --json",
    )
    .action(run(async () => (await import("./commands/trust.js")).trust));
}
