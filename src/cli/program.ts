import { Command, Option } from "commander";
import { SEVERITIES } from "../model/severities.js";
import { addAuthoring } from "./add-authoring.js";
import { addExplain } from "./add-explain.js";
import { addPermissions } from "./add-permissions.js";
import { addResolve } from "./add-resolve.js";
import { addSchemas } from "./add-schemas.js";
import { addTrust } from "./add-trust.js";
import type { Io } from "./io.js";
import { VERSION } from "./version.js";

type Done = (code: number) => void;
// biome-ignore lint/suspicious/noExplicitAny: commander hands options over untyped; each command declares its own.
type Action = (...args: any[]) => Promise<number>;
/** Loads the command only when it runs, so that `--help` stays as quick as Node itself. */
type Load = () => Promise<Action>;

/** The command line. `done` takes the exit code of the command that ran. */
export function program(io: Io, done: Done): Command {
  const root = new Command("causeway")
    .description(
      "Policy and compliance scanner for hybrid estates: AWS, Outposts and the data centre in one graph.",
    )
    .version(VERSION)
    .option("-c, --config <file>", "configuration file (default: causeway.yaml where there is one)")
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => io.columns })
    .configureHelp({ helpWidth: io.columns, showGlobalOptions: true })
    .showHelpAfterError("(run causeway --help, or causeway COMMAND --help, for what is known)")
    .exitOverride();
  const run =
    (load: Load) =>
    async (...args: unknown[]) => {
      const command = args.at(-1) as Command;
      const words = args.slice(0, -2);
      done(await (await load())(...words, command.optsWithGlobals(), io));
    };
  for (const add of [
    addCollect,
    addSnapshot,
    addPermissions,
    addScan,
    addJudge,
    addExplain,
    addReach,
    addResolve,
    addTrust,
    addPolicies,
    addRest,
  ])
    add(root, run);
  root.addHelpText("after", ROOT_EXAMPLES);
  return root;
}

export type Run = (load: Load) => (...args: unknown[]) => Promise<void>;

const ROOT_EXAMPLES = `
Examples:
  $ causeway init                                   a causeway.yaml to start from
  $ causeway collect --from-files answers           saved AWS answers into estate.duckdb
  $ causeway scan                                   judge it; writes out/report.{sarif,html,json}
  $ causeway check --plan plan.json                 what does this pull request change?
  $ causeway explain sg-0abc                        the exact document that policies see

Exit codes: 0 clean · 1 findings at or above --fail-on · 2 usage or input · 3 undecided under --strict · 70 our bug`;

const SNAPSHOT = ["-s, --snapshot <file>", "the snapshot (default: estate.duckdb)"] as const;
const FORMATS = [
  "--format <formats>",
  "comma-separated: sarif,html,json (default: these three), github (SARIF with alerts alone, to upload)",
] as const;
const PASSES = ["--passes", "tell in SARIF of policies that everything keeps, too"] as const;
const POLICY_FOLDERS = ["-p, --policies <folder...>", "your own policies: folders, OPA bundles"] as const;

const PROFILE = ["--profile <name>", "a profile of the configuration"] as const;

function failOn(): Option {
  return new Option("--fail-on <severity>", "exit 1 at this severity or above (default: low)").choices([
    ...SEVERITIES,
    "none",
  ]);
}

function addCollect(root: Command, run: Run): void {
  root
    .command("init")
    .description("write a causeway.yaml and a folder for your own policies")
    .option("--force", "overwrite what is there")
    .addHelpText("after", "\nExample:\n  $ causeway init && causeway collect && causeway scan")
    .action(run(async () => (await import("./commands/init.js")).init));
  root
    .command("collect")
    .description("read the estate into a snapshot: AWS by the default credential chain, or saved answers")
    .option("-o, --output <file>", "snapshot to write (default: estate.duckdb)")
    .option(
      "--from-files <folder...>",
      "saved AWS answers, inventories and nft listings instead of live calls",
    )
    .option("--aws", "read AWS too where --from-files, --inventory, --nftables, --bind or --saml is given")
    .option("--inventory <file...>", "data-centre inventory (YAML, or a folder of CSV)")
    .option("--nftables <file...>", "output of nft -j list ruleset; FILE@HOST names the inventory host")
    .option(
      "--bind <file...>",
      "named.conf of a name server, with its zone files beside it; FILE@HOST names the inventory host",
    )
    .option("--saml <file...>", "SAML metadata of identity providers of your own (AD FS, Keycloak)")
    .option("--regions <names...>", "only these Regions")
    .option("--accounts <ids...>", "these AWS accounts, by the configured role; organization for all of it")
    .option("--resume", "go on after an interruption: ask AWS only what the snapshot does not hold in full")
    .option("--max-age <age>", "take answers of the earlier snapshot that are not older (90m, 24h, 7d)")
    .option(
      "--changed",
      "take of the earlier snapshot what no write event of CloudTrail can have changed since",
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway collect\n  $ causeway collect --from-files answers -o estate.duckdb\n  $ causeway collect --inventory dc.yaml --nftables edge.json@fw-1",
    )
    .action(run(async () => (await import("./commands/collect.js")).collect));
}

function addSnapshot(root: Command, run: Run): void {
  root
    .command("query <sql>")
    .description("ask a snapshot in SQL; `causeway query views` lists what can be asked")
    .option(...SNAPSHOT)
    .addOption(
      new Option("--format <format>", "how to print").choices(["table", "json", "csv"]).default("table"),
    )
    .option("--limit <rows>", "rows to print at most", "1000")
    .addHelpText(
      "after",
      '\nExample:\n  $ causeway query "select kind, count(*) n from nodes group by kind order by n desc"',
    )
    .action(run(async () => (await import("./commands/query.js")).query));
  root
    .command("export")
    .description("write a snapshot back out as raw answers, one file a call")
    .requiredOption("--raw <folder>", "where to write")
    .option(...SNAPSHOT)
    .addHelpText(
      "after",
      "\nExample:\n  $ causeway export --raw answers && causeway collect --from-files answers -o copy.duckdb",
    )
    .action(run(async () => (await import("./commands/export.js")).exportRaw));
  root
    .command("doctor")
    .description("say what this machine, these credentials and this configuration can and cannot do")
    .option("--offline", "make no call to AWS")
    .option("--json", "everything, for programs")
    .addHelpText("after", "\nExamples:\n  $ causeway doctor\n  $ causeway doctor --json > doctor.json")
    .action(run(async () => (await import("./commands/doctor.js")).doctor));
}

function addScan(root: Command, run: Run): void {
  root
    .command("scan")
    .description("judge a snapshot by every policy and write the reports")
    .option(...SNAPSHOT)
    .option(...POLICY_FOLDERS)
    .option(...PROFILE)
    .option("-o, --out <folder>", "where the reports go (default: out)")
    .option(...FORMATS)
    .option(...PASSES)
    .addOption(failOn())
    .option("--strict", "exit 3 where something could not be judged")
    .option("--baseline <report.json>", "compare with an earlier report")
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway scan\n  $ causeway scan -s estate.duckdb --fail-on high --strict",
    )
    .action(run(async () => (await import("./commands/scan.js")).scan));
}

function addJudge(root: Command, run: Run): void {
  root
    .command("check")
    .description("lay a Terraform plan over the estate and say what it introduces and fixes")
    .requiredOption("--plan <plan.json>", "output of terraform show -json")
    .option("-s, --snapshot <file>", "the running estate; without it the plan is judged alone")
    .option("--source <folder>", "the Terraform sources, so that results point at .tf lines")
    .option(...POLICY_FOLDERS)
    .option(...PROFILE)
    .option("-o, --out <folder>", "where the reports go (default: out)")
    .option(...FORMATS)
    .option(...PASSES)
    .addOption(failOn())
    .option("--strict", "exit 3 where the change makes something undecidable")
    .addHelpText(
      "after",
      "\nExample:\n  $ terraform show -json tfplan > plan.json\n  $ causeway check --plan plan.json --snapshot estate.duckdb",
    )
    .action(run(async () => (await import("./commands/check.js")).check));
  root
    .command("report")
    .description("render a report.json again in another format")
    .option("-i, --input <file>", "the JSON report (default: out/report.json)")
    .option("--framework <id>", "each control of one framework, as text or JSON (cis-aws-5.0, …)")
    .addOption(
      new Option("--format <format>", "what to write")
        .choices(["text", "html", "sarif", "github", "json"])
        .default("text"),
    )
    .option(...PASSES)
    .option("-o, --output <file>", "file to write (default: standard output)")
    .addHelpText(
      "after",
      "\nExample:\n  $ causeway report --format html -o report.html\n  $ causeway report --framework cis-aws-5.0",
    )
    .action(run(async () => (await import("./commands/report.js")).report));
}

function addReach(root: Command, run: Run): void {
  root
    .command("reach")
    .description("say who can reach what, hop by hop and back, and which rule decides")
    .option("--from <end>", "an id, an address, a CIDR block, tag:key=value, or internet")
    .option("--to <end>", "the same")
    .option("--port <port>", "destination port or range, e.g. 443 or 8000-8100")
    .option("--protocol <name>", "tcp, udp, icmp, icmpv6, or a number (default: tcp with --port, else any)")
    .option("--source-port <port>", "source port or range (default: 1024-65535)")
    .option("--icmp-type <type>", "ICMP type (default: echo request)")
    .option("--why-not", "where it does not reach, everything that keeps it, not only what does so first")
    .option(
      "--close",
      "where it reaches, the smallest set of rule edits that closes it; exit 1 where there is none",
    )
    .option("--keep <flows.yaml>", "with --close: flows that must stay open, those with expect: reaches")
    .option("--batch <questions.jsonl>", "many questions, one a line as JSON; one answer a line")
    .option("--assert <flows.yaml>", "flows with expect: reaches or blocked; exit 1 where it is not so")
    .option(
      "--matrix",
      "zones by zones by services, as causeway.yaml names them; exit 1 where a way is not allowed",
    )
    .option("--exposed", "everything that the internet can open, by service")
    .option(...SNAPSHOT)
    .addOption(
      new Option("--format <format>", "how to print (default: text, jsonl for --batch)").choices([
        "text",
        "json",
        "jsonl",
      ]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  $ causeway reach --from internet --to i-0abc --port 22\n  $ causeway reach --from 10.0.1.5 --to tag:role=db --port 5432\n  $ causeway reach --close --from internet --to i-0abc --port 22 --keep flows.yaml\n  $ causeway reach --exposed\n  $ causeway reach --assert flows.yaml",
    )
    .action(run(async () => (await import("./commands/reach.js")).reach));
}

function addPolicies(root: Command, run: Run): void {
  const policies = root.command("policies").description("list, show, test, lint, write and compile policies");
  policies
    .command("list")
    .description("every policy, by area")
    .option(...POLICY_FOLDERS)
    .option(...PROFILE)
    .addOption(new Option("--format <format>", "how to print").choices(["table", "json"]).default("table"))
    .action(run(async () => (await import("./commands/policies-list.js")).list));
  policies
    .command("show <id>")
    .description(
      "what a policy says, reads, takes and cites; what holds here, and which file or profile says so",
    )
    .option(...POLICY_FOLDERS)
    .option(...PROFILE)
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action(run(async () => (await import("./commands/policies-list.js")).show));
  addAuthoring(policies, run);
  policies
    .command("new <id>")
    .description("write the skeleton of a policy and a failing test, e.g. network/no_telnet")
    .option("--folder <folder>", "where your policies live", "policies")
    .option("--subject <kind>", "kind of its subject", "filter")
    .action(run(async () => (await import("./commands/policies-new.js")).create));
  addSchemas(policies, run);
  policies
    .command("compile [folders...]")
    .description("compile policies to WASM and a manifest")
    .option("-o, --output <folder>", "where to write", "dist/policies")
    .option("--no-built-in", "leave the built-in policies out")
    .action(run(async () => (await import("./commands/policies-compile.js")).compile));
}

function addRest(root: Command, run: Run): void {
  root
    .command("docs", { hidden: true })
    .description("write the generated documents of the project")
    .option("--check", "only say whether they are fresh")
    .action(run(async () => (await import("./commands/docs.js")).docs));
}
