import {
  type Batch,
  type Gap,
  type GapReason,
  gapOf,
  joinBatches,
  type LedgerRow,
  type RawAnswer,
} from "../../../model/index.js";
import type { Collected } from "../collected.js";
import { Coverage } from "../coverage.js";
import type { Touches } from "../draft.js";
import { normalizeAnswer, touchedBy } from "../normalize.js";
import { placeOf } from "../place.js";
import { resourceOf } from "../registry.js";
import { isOfAccount } from "../resource.js";
import { withoutSecrets } from "../secrets.js";
import { blindnessOf } from "./blindness.js";
import { type Document, readDocuments } from "./documents.js";
import { linesOf } from "./lines.js";
import { type Found, recognize, type Stranger } from "./recognize.js";
import type { Reteller } from "./reteller.js";
import { isSettled, settle, settled, type Unsettled } from "./settle.js";
import { Surroundings } from "./surroundings.js";

/** A file of saved answers; `path` is relative to the folder, with slashes. */
export interface AnswerFile {
  readonly path: string;
  readonly text: string;
  /** Why there is no text: the file is too large, or could not be read. */
  readonly problem?: string;
}

/** More strangers than this in one file are one kind of file, not many surprises. */
const MAX_STRANGERS = 20;

/** Answers handed over together. */
const PART = 200;

/**
 * Reads saved answers: what is recognized becomes answers and nodes, everything else a gap. Files may
 * come in any order; the last thing handed over is the ledger and what was not there.
 */
export async function* readFiles(
  files: Iterable<AnswerFile> | AsyncIterable<AnswerFile>,
  reteller?: Reteller,
): AsyncGenerator<Collected> {
  const coverage = new Coverage();
  const handOver = (part: readonly Unsettled[]) => handedOver(part, { surroundings, coverage, reteller });
  const surroundings = new Surroundings();
  const waiting: Unsettled[] = [];
  for await (const file of files) {
    const { answers, gaps, rows } = readFile(file);
    for (const answer of answers) surroundings.add(answer);
    for (const answer of answers) if (!isSettled(answer)) waiting.push(answer);
    yield { answers: [], batch: { nodes: [], edges: [], gaps }, ledger: rows };
    for (const part of parts(answers.filter(isSettled))) yield handOver(part);
  }
  for (const part of parts(waiting)) yield handOver(part);
  if (reteller !== undefined) yield retold(reteller, coverage);
  yield { answers: [], batch: { nodes: [], edges: [], gaps: coverage.gaps() }, ledger: coverage.ledger() };
}

/** What is handed over at a time need not be held for long. */
function* parts(answers: readonly Unsettled[]): Generator<readonly Unsettled[]> {
  for (let from = 0; from < answers.length; from += PART) yield answers.slice(from, from + PART);
}

interface Into {
  readonly surroundings: Surroundings;
  readonly coverage: Coverage;
  readonly reteller: Reteller | undefined;
}

/** What other answers tell, where no direct one does. */
function retold(reteller: Reteller, coverage: Coverage): Collected {
  const answers = reteller.retold((call, where) => coverage.isAnswered(call, where));
  const batches = answers.map((answer) => {
    coverage.see(answer);
    return normalizeAnswer(answer);
  });
  const gaps = { nodes: [], edges: [], gaps: reteller.gaps() };
  return { answers: [], batch: joinBatches([...batches, gaps]), ledger: reteller.ledger() };
}

function handedOver(answers: readonly Unsettled[], { surroundings, coverage, reteller }: Into): Collected {
  const raw: RawAnswer[] = [];
  const batches: Batch[] = [];
  for (const unsettled of answers) {
    const answer = settled(unsettled, surroundings.of(unsettled.path));
    if (reteller?.takes(answer)) {
      raw.push(reteller.add(answer, unsettled.found.pointer));
      continue;
    }
    coverage.see(answer, unsettled.found.bare);
    const place = placeOf(answer, unsettled.found.pointer);
    batches.push(normalizeAnswer(answer, place));
    batches.push({ nodes: [], edges: [], gaps: doubts(answer, unsettled) });
    raw.push(answer);
  }
  return { answers: raw, batch: joinBatches(batches), ledger: [] };
}

/** Gaps for an answer whose place is not known, or told in two ways. */
function doubts(answer: RawAnswer, { found, contradicted }: Unsettled): Gap[] {
  const resource = resourceOf(`${found.service}:${found.operation}`);
  if (resource === undefined) return [];
  const place = placeOf(answer, found.pointer);
  const call = `${answer.uri}: an answer to ${place.call}`;
  const next = "put it below accounts/<id>/<region>/";
  const told = (reason: GapReason, message: string) =>
    gapOf({ reason, message, at: place.at(""), touches: touchedBy(resource, place, answer.input as never) });
  const gaps: Gap[] = [];
  if (answer.account === undefined)
    gaps.push(told("ambiguous", `${call} does not tell its account; ${next}`));
  const regional = !isOfAccount(resource, answer);
  if (answer.region === undefined && regional)
    gaps.push(told("ambiguous", `${call} does not tell its Region; ${next}`));
  if (contradicted && regional)
    gaps.push(told("conflict", `${call} lies below ${answer.region}, and its items say another Region`));
  return gaps;
}

interface FileRead {
  readonly answers: Unsettled[];
  readonly gaps: Gap[];
  readonly rows: LedgerRow[];
}

function readFile({ path, text, problem }: AnswerFile): FileRead {
  const gaps: Gap[] = [];
  const tell = (
    reason: GapReason,
    message: string,
    where: { touches: Touches; line?: number; pointer?: string },
  ) => {
    const { touches, ...at } = where;
    gaps.push(
      gapOf({ reason, message: `${path} ${message}`, at: { source: "aws", uri: path, ...at }, touches }),
    );
  };
  const row = (message: string, status: LedgerRow["status"] = "failed"): LedgerRow[] => [
    { source: "aws", call: path, status, answers: 0, items: 0, message },
  ];
  if (problem !== undefined) {
    tell("unparsed", problem, { touches: blindnessOf(path, "") });
    return { answers: [], gaps, rows: row(problem) };
  }
  const { documents, broken } = readDocuments(text);
  if (documents.length === 0 && broken.length === 0) {
    tell("unparsed", "is empty", { touches: blindnessOf(path, "") });
    return { answers: [], gaps, rows: row("is empty") };
  }
  for (const { line, message } of broken) {
    if (looksLikeJson(text))
      tell("unparsed", `${message}, line ${line}`, { line, touches: blindnessOf(path, text) });
    else tell("unrecognized", "is no JSON document", { line, touches: {} });
  }
  const recognized = documents.map((document) => recognizeIn(document, path));
  const strangers = distinct(recognized.flatMap((one) => one.strangers));
  for (const { pointer, message } of strangers.slice(0, MAX_STRANGERS))
    tell("unrecognized", message, { pointer, touches: {} });
  const [first] = broken;
  const failed = first === undefined ? [] : row(`${first.message}, line ${first.line}`);
  const unknown =
    strangers[0] === undefined || first !== undefined ? [] : row(strangers[0].message, "unsupported");
  return { answers: recognized.flatMap((one) => one.answers), gaps, rows: [...failed, ...unknown] };
}

function recognizeIn(document: Document, path: string): { answers: Unsettled[]; strangers: Stranger[] } {
  const { found, strangers } = recognize(document.value, document.pointer);
  const lines = linesOf(
    document.items,
    found.map(({ pointer }) => pointer),
  );
  const answers = found.map((one, index) => settle(clean(one), path, lines[index] ?? {}));
  return { answers, strangers };
}

function clean(found: Found): Found {
  return { ...found, input: withoutSecrets(found.input), output: withoutSecrets(found.output) };
}

function distinct(strangers: readonly Stranger[]): Stranger[] {
  const seen = new Set<string>();
  return strangers.filter(({ message }) => !seen.has(message) && seen.add(message));
}

/** Notes and pictures beside the answers are no answers; what begins like JSON was meant to be one. */
function looksLikeJson(text: string): boolean {
  return /^[\uFEFF\s]*[[{]/.test(text);
}
