import { type Command, Option } from "commander";
import type { Run } from "./program.js";

export function addPermissions(root: Command, run: Run): void {
  root
    .command("permissions")
    .description("print what AWS must allow a collection: policies, or a role to deploy")
    .addOption(
      new Option("--format <format>", "what to print")
        .choices(["policy", "cloudformation", "terraform"])
        .default("policy"),
    )
    .option("--services <names...>", "only for these (default: all but those that causeway.yaml leaves out)")
    .option("--stack-set", "with cloudformation: a stack set that deploys the role to an organization")
    .option("--json", "with cloudformation: JSON instead of YAML")
    .option("--caller", "the policy of whoever runs causeway: to enter the role of the accounts")
    .addOption(
      new Option("--partition <name>", "with --caller: where the accounts are")
        .choices(["aws", "aws-cn", "aws-us-gov"])
        .default("aws"),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway permissions > policy.json\n  $ causeway permissions --format cloudformation --stack-set > role.yaml\n  $ causeway permissions --caller",
    )
    .action(run(async () => (await import("./commands/permissions.js")).permissions));
}
