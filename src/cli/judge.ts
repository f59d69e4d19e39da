import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { derive } from "../derive/index.js";
import { frameworkResults, Recruits, scan } from "../evaluate/index.js";
import type { Framework, Report } from "../model/index.js";
import type { Compiled } from "../rego/index.js";
import type { Settings } from "./config-file.js";
import { deriveOptions } from "./derive-options.js";
import type { Estate } from "./estate.js";
import { frameworksOf } from "./frameworks.js";
import { withDay, withParameters } from "./parameters.js";
import { type Standing, standingOf } from "./standing.js";
import { today } from "./today.js";
import { VERSION } from "./version.js";

interface JudgeOptions {
  readonly settings: Settings;
  readonly compiled: Compiled;
  readonly recruits?: Recruits;
  /** Folders of policies that the command line names. */
  readonly folders?: readonly string[] | undefined;
}

const PROGRAM = new URL("./shard.js", import.meta.url);
/** Of snapshots of fewer bytes there are hardly enough subjects for a second thread. */
const SMALL = 16 << 20;

/** Threads that get ready to judge this snapshot while it is opened. */
export function recruitsFor(snapshot: string): Recruits {
  return new Recruits(PROGRAM, statSync(snapshot).size < SMALL ? 1 : availableParallelism());
}

/** One scan: estate × policies → report. The only clock in it is the day: exceptions, images and licences end. */
export async function judge(estate: Estate, options: JudgeOptions): Promise<Report> {
  const { config } = options.settings;
  const told = deriveOptions(options.settings);
  const day = today();
  const standing = standingOf(options.settings, options.compiled.manifest);
  const data = withDay(withParameters(options.compiled, options.settings), options.compiled, day);
  const judging = scan({
    graph: estate.graph,
    store: estate.store,
    derived: derive(estate.graph, told),
    compiled: { ...options.compiled, data },
    ledger: estate.ledger,
    exceptions: config.exceptions ?? [],
    today: day,
    disabled: [...standing.off.keys()],
    severities: Object.fromEntries([...standing.severities].map(([id, { severity }]) => [id, severity])),
    threads: { workers: availableParallelism(), program: PROGRAM, told, recruits: options.recruits },
    tool: { name: "causeway", version: VERSION },
    input: {
      snapshot: estate.hash,
      policies: options.compiled.manifest.hash,
      ...(estate.collectedFrom === undefined ? {} : { collectedFrom: estate.collectedFrom }),
      ...(estate.collectedTo === undefined ? {} : { collectedTo: estate.collectedTo }),
    },
  });
  // Read while the threads judge.
  const [report, frameworks] = await Promise.all([judging, reading(options)]);
  const off = options.compiled.manifest.policies.filter(({ id }) => standing.off.has(id));
  return { ...report, ...offIn(standing), frameworks: frameworkResults(report, frameworks, off) };
}

function offIn({ off }: Standing): Pick<Report, "switchedOff"> {
  const rows = [...off].map(([policy, why]) => ({ policy, why }));
  return rows.length === 0 ? {} : { switchedOff: rows.sort((a, b) => (a.policy < b.policy ? -1 : 1)) };
}

async function reading({ settings, folders }: JudgeOptions): Promise<Framework[]> {
  return frameworksOf(settings, folders);
}
