import type { Command } from "commander";
import type { Run } from "./program.js";

export function addResolve(root: Command, run: Run): void {
  root
    .command("resolve <name>")
    .description("say what a name means somewhere: the answer, who is asked on the way, and what decides")
    .option("--type <type>", "type of record, e.g. A, AAAA, CNAME, MX, TXT", "A")
    .option("--from <place>", "a VPC, subnet, instance, Outpost, site or name server", "internet")
    .option("-s, --snapshot <file>", "the snapshot (default: estate.duckdb)")
    .option("--json", "everything, for programs")
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway resolve db.corp.example --from vpc-0abc\n  $ causeway resolve www.example.com --type AAAA\n  $ causeway resolve shop.example.com --from berlin --json",
    )
    .action(run(async () => (await import("./commands/resolve.js")).resolve));
}
