import { readFileSync } from "node:fs";
import { compareReports } from "../../compare/index.js";
import { applyChanges, assemble } from "../../graph/index.js";
import { renderText } from "../../report/index.js";
import { createSpillStore } from "../../snapshot/index.js";
import { translatePlan } from "../../sources/terraform/index.js";
import { besideConfig, readSettings } from "../config-file.js";
import { type Estate, openEstate, WHOLE } from "../estate.js";
import { filesBelow, mustBeFolder, readUserFile } from "../files.js";
import type { Io } from "../io.js";
import { judge } from "../judge.js";
import { compiledFor } from "../policy-set.js";
import { exitCode } from "../verdict.js";
import { formatsOf, writeReports } from "../write-reports.js";

interface CheckOptions {
  readonly config?: string;
  readonly plan: string;
  readonly snapshot?: string;
  readonly source?: string;
  readonly policies?: string[];
  readonly profile?: string;
  readonly out?: string;
  readonly format?: string;
  readonly failOn?: string;
  readonly strict?: boolean;
  readonly passes?: boolean;
}

/** `causeway check`: the estate without and with the plan, scanned twice and compared. */
export async function check(options: CheckOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config, options.profile);
  const formats = formatsOf(options.format);
  const text = readUserFile(options.plan, "write it with terraform show -json tfplan > plan.json");
  const compiled = await compiledFor(settings, options.policies, io.err);
  const running = await estateOf(options);
  const sources = options.source === undefined ? undefined : terraformFiles(options.source);
  const changes = translatePlan({
    text,
    path: options.plan,
    ...(sources === undefined ? {} : { sources }),
    ...placeOf(running),
    existing: (name) => running.graph.find(name),
  });
  const planned: Estate = { ...running, graph: await applyChanges(running.graph, changes) };
  io.progress("judging the estate as it is");
  const before = await judge(running, { settings, compiled, folders: options.policies });
  io.progress("judging the estate with the change");
  const after = await judge(planned, { settings, compiled, folders: options.policies });
  const delta = compareReports(before, after);
  const folder = options.out ?? besideConfig(settings, settings.config.out ?? "out");
  const open = writeReports(delta, { folder, formats, passes: options.passes });
  io.out(renderText(delta, { columns: io.columns, colour: io.colour, open }));
  return exitCode({
    findings: delta.introduced,
    undecided: delta.undecided.introduced,
    failOn: options.failOn ?? settings.config.failOn ?? "low",
    strict: options.strict ?? settings.config.strict ?? false,
  });
}

async function estateOf({ snapshot }: CheckOptions): Promise<Estate> {
  if (snapshot !== undefined) return openEstate(snapshot);
  const store = createSpillStore();
  return { graph: assemble([WHOLE], { store }), store, ledger: [], hash: "none" };
}

/** Account and Region of the running estate, where there is just one: what is created goes there. */
function placeOf({ graph }: Estate): { account?: string; region?: string } {
  const scopes = graph.ids("network").flatMap((id) => graph.node(id)?.scope ?? []);
  const one = (values: (string | undefined)[]) => {
    const known = [...new Set(values.filter((value) => value !== undefined))];
    return known.length === 1 ? known[0] : undefined;
  };
  const account = one(scopes.map((scope) => scope.account));
  const region = one(scopes.map((scope) => scope.region));
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}

function terraformFiles(folder: string): { path: string; text: string }[] {
  mustBeFolder(folder, "name the folder that holds the .tf files");
  return filesBelow(folder)
    .filter(({ path }) => path.endsWith(".tf") && !path.includes(".terraform/providers"))
    .map(({ path, full }) => ({ path, text: readFileSync(full, "utf8") }));
}
