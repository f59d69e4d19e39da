import { reachability } from "../../derive/index.js";
import { type Answer, type Question, UsageError } from "../../model/index.js";
import { renderAnswer, renderExposed, renderFlows, renderMatrix } from "../../report/index.js";
import { readSettings, type Settings } from "../config-file.js";
import { breadthOf } from "../derive-options.js";
import { openEstate, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import { readUserFile } from "../files.js";
import type { Io } from "../io.js";
import { type Asked, endOf, flowsIn, portOf, questionsIn } from "../questions.js";
import { zonesOf } from "../zones.js";
import { close, requiredIn } from "./reach-close.js";

interface ReachOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly from?: string;
  readonly to?: string;
  readonly port?: string;
  readonly sourcePort?: string;
  readonly protocol?: string;
  readonly icmpType?: string;
  readonly batch?: string;
  readonly assert?: string;
  readonly exposed?: boolean;
  readonly matrix?: boolean;
  readonly close?: boolean;
  readonly keep?: string;
  readonly whyNot?: boolean;
  readonly format?: "text" | "json" | "jsonl";
}

const NEXT = "give --from and --to, or --batch, --assert, --exposed or --matrix; see causeway reach --help";

/** `causeway reach`: who can reach what, with the way. */
export async function reach(options: ReachOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const task = taskOf(options, settings);
  const { graph } = await openEstate(snapshotPath(settings, options.snapshot));
  const engine = reachability(graph, { internet: breadthOf(settings) });
  return task(engine, io);
}

type Engine = ReturnType<typeof reachability>;
type Task = (engine: Engine, io: Io) => number;

/** What is asked, read and checked before the estate is opened. */
function taskOf(options: ReachOptions, settings: Settings): Task {
  const { batch: questions, assert, exposed: open, matrix: zones, from, to } = options;
  if (options.keep !== undefined && options.close !== true)
    throw new UsageError("--keep is for --close alone", "add --close, or leave --keep out");
  const ways = [questions, assert, open, zones, from ?? to].filter((way) => way !== undefined);
  if (ways.length === 0) throw new UsageError("nothing is asked", NEXT);
  if (ways.length > 1) throw new UsageError("more than one thing is asked at once", NEXT);
  if (options.batch !== undefined) {
    const path = options.batch;
    const asked = questionsIn(readUserFile(path, "one question a line, as JSON"), path);
    return (engine, io) => batch(engine, io, { asked, format: options.format ?? "jsonl" });
  }
  if (options.assert !== undefined) {
    const path = options.assert;
    const asked = flowsIn(readUserFile(path, "a list of flows with expect: reaches or blocked"), path);
    return (engine, io) => asserted(engine, io, { asked, path, format: options.format ?? "text" });
  }
  if (options.exposed === true) return (engine, io) => exposed(engine, io, options.format ?? "text");
  if (options.matrix === true) return matrixTask(settings, options.format ?? "text");
  const question = questionOf(options);
  if (options.close === true) {
    const keep = options.keep === undefined ? [] : requiredIn(options.keep);
    return (engine, io) => close(engine, io, { question, keep, format: options.format ?? "text" });
  }
  return (engine, io) => one(engine, io, { question, format: options.format ?? "text" });
}

function matrixTask({ config }: Settings, format: string): Task {
  const zones = zonesOf(config);
  if (zones === undefined)
    throw new UsageError(
      "causeway.yaml has no zones",
      "name zones and services under reach: in causeway.yaml",
    );
  return (engine, io) => {
    const cells = engine.matrix(zones);
    io.out(
      format === "text" ? renderMatrix(cells, { colour: io.colour }) : `${JSON.stringify(cells, null, 2)}\n`,
    );
    if (cells.some(({ verdict, allowed }) => verdict === "reaches" && allowed === false))
      return EXIT.findings;
    return cells.some(({ verdict, allowed }) => verdict === "unknown" && allowed === false)
      ? EXIT.incomplete
      : EXIT.clean;
  };
}

function questionOf(options: ReachOptions): Question {
  const { from, to, port, protocol, sourcePort, icmpType } = options;
  if (from === undefined || to === undefined)
    throw new UsageError(`there is no ${from === undefined ? "--from" : "--to"}`, NEXT);
  return {
    from: endOf(from),
    to: endOf(to),
    ...(protocol === undefined ? {} : { protocol }),
    ...(port === undefined ? {} : { port: portOf(port, "--port") as number }),
    ...(sourcePort === undefined ? {} : { sourcePort: portOf(sourcePort, "--source-port") as number }),
    ...(icmpType === undefined ? {} : { icmpType: typeOf(icmpType) }),
    ...(options.whyNot === true ? { whyNot: true } : {}),
  };
}

function typeOf(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) < 256) return Number(text);
  throw new UsageError(
    `--icmp-type takes a number from 0 to 255, not "${text}"`,
    "8 is an echo request, a ping",
  );
}

function one(engine: Engine, io: Io, { question, format }: { question: Question; format: string }): number {
  const answer = engine.answer(question);
  io.out(
    format === "text"
      ? renderAnswer(answer, { colour: io.colour })
      : `${JSON.stringify(answer, null, format === "json" ? 2 : 0)}\n`,
  );
  return EXIT.clean;
}

function batch(
  engine: Engine,
  io: Io,
  { asked, format }: { asked: readonly Asked[]; format: string },
): number {
  const answers: Answer[] = [];
  for (const { question } of asked) {
    const answer = engine.answer(question);
    if (format === "jsonl") io.out(`${JSON.stringify(answer)}\n`);
    else if (format === "text") io.out(`${renderAnswer(answer, { colour: io.colour })}\n`);
    else answers.push(answer);
  }
  if (format === "json") io.out(`${JSON.stringify(answers, null, 2)}\n`);
  return EXIT.clean;
}

function asserted(
  engine: Engine,
  io: Io,
  { asked, path, format }: { asked: readonly Asked[]; path: string; format: string },
): number {
  const results = asked.map(({ question, line }) => {
    const answer = engine.answer(question);
    const expect = question.expect ?? "reaches";
    const kept =
      answer.verdict === "unknown" ? null : (answer.verdict === "reaches") === (expect === "reaches");
    return { line, expect, kept, answer };
  });
  io.out(
    format === "text"
      ? renderFlows(results, { path, colour: io.colour })
      : `${JSON.stringify(results, null, 2)}\n`,
  );
  if (results.some(({ kept }) => kept === false)) return EXIT.findings;
  return results.some(({ kept }) => kept === null) ? EXIT.incomplete : EXIT.clean;
}

function exposed(engine: Engine, io: Io, format: string): number {
  const all = engine.exposed();
  if (format === "jsonl") for (const each of all) io.out(`${JSON.stringify(each)}\n`);
  else
    io.out(
      format === "json" ? `${JSON.stringify(all, null, 2)}\n` : renderExposed(all, { colour: io.colour }),
    );
  return EXIT.clean;
}
