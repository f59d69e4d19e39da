import { type Command, Option } from "commander";
import type { Run } from "./program.js";

const FORMAT = () =>
  new Option("--format <format>", "how to print").choices(["text", "json"]).default("text");

/** What authors of policies have at the keyboard: tests and advice. */
export function addAuthoring(policies: Command, run: Run): void {
  policies
    .command("test [folders...]")
    .description("run the policies' tests on the engine that judges")
    .option("--run <text>", "only tests whose name holds this text")
    .option("--coverage", "say which lines of the policies the tests evaluate, as opa test --coverage does")
    .option("--threshold <percent>", "with the coverage, and exit 1 where it is lower")
    .option("--watch", "run again at each change below the folders, until Ctrl-C")
    .addOption(FORMAT())
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway policies test policies\n  $ causeway policies test policies --coverage --threshold 90\n  $ causeway policies test policies --watch",
    )
    .action(run(async () => (await import("./commands/policies-test.js")).test));
  policies
    .command("lint [folders...]")
    .description(
      "all that keeps policies from compiling, and what their author should know; exit 1 with errors or warnings",
    )
    .addOption(FORMAT())
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway policies lint policies\n  $ causeway policies lint policies --format json",
    )
    .action(run(async () => (await import("./commands/policies-lint.js")).lint));
}
