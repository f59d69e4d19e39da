import { compareReports } from "../../compare/index.js";
import { InputError, type Report, ReportSchema, validate } from "../../model/index.js";
import { renderText } from "../../report/index.js";
import { besideConfig, readSettings } from "../config-file.js";
import { mustExist, openEstate, snapshotPath } from "../estate.js";
import { readUserFile } from "../files.js";
import type { Io } from "../io.js";
import { judge, recruitsFor } from "../judge.js";
import { compiledFor } from "../policy-set.js";
import { exitCode } from "../verdict.js";
import { formatsOf, writeReports } from "../write-reports.js";

export interface ScanOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly policies?: string[];
  readonly profile?: string;
  readonly out?: string;
  readonly format?: string;
  readonly failOn?: string;
  readonly strict?: boolean;
  readonly passes?: boolean;
  readonly baseline?: string;
}

/** `causeway scan`: judge a snapshot, write the reports, say the worst. */
export async function scan(options: ScanOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config, options.profile);
  const formats = formatsOf(options.format);
  const baseline = options.baseline === undefined ? undefined : readReport(options.baseline);
  const snapshot = snapshotPath(settings, options.snapshot);
  mustExist(snapshot);
  const recruits = recruitsFor(snapshot);
  io.progress("compiling policies");
  const compiled = await compiledFor(settings, options.policies, io.err);
  io.progress("opening the snapshot");
  const estate = await openEstate(snapshot);
  io.progress("judging");
  const report = await judge(estate, { settings, compiled, recruits, folders: options.policies });
  const shown = baseline === undefined ? report : compareReports(baseline, report);
  const folder = options.out ?? besideConfig(settings, settings.config.out ?? "out");
  const open = writeReports(shown, { folder, formats, passes: options.passes });
  io.out(renderText(shown, { columns: io.columns, colour: io.colour, open }));
  const counted = "introduced" in shown ? shown.introduced : shown.findings;
  return exitCode({
    findings: counted,
    undecided: report.undecided,
    failOn: options.failOn ?? settings.config.failOn ?? "low",
    strict: options.strict ?? settings.config.strict ?? false,
  });
}

/** A report.json of an earlier run, checked against its schema. */
export function readReport(path: string): Report {
  const text = readUserFile(path, "name the report.json of an earlier run");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `this is not JSON: ${(error as Error).message}`,
      { path },
      "name a report.json that causeway wrote",
    );
  }
  const [problem] = validate(ReportSchema, value);
  if (problem === undefined) return value as Report;
  throw new InputError(
    `this is not a causeway report: ${problem.pointer || "/"} ${problem.message}`,
    { path },
    "name a report.json that this version of causeway wrote",
  );
}
