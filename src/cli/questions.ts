import { LineCounter, parseDocument } from "yaml";
import { type End, InputError, type Question, QuestionSchema, UsageError, validate } from "../model/index.js";
import { parseAddress, parseCidr } from "../net/index.js";

/** One end as people write it on the command line. */
export function endOf(text: string): End {
  const word = text.trim();
  if (word === "internet") return { internet: true };
  if (word.startsWith("tag:")) return { tag: word.slice("tag:".length) };
  if (parseAddress(word) !== null) return { ip: word };
  if (word.includes("/") && parseCidr(word) !== null) return { cidr: word };
  if (word === "")
    throw new UsageError(
      "an end of the question is empty",
      "name an id, an address, a CIDR block, tag:key=value or internet",
    );
  return { id: word };
}

/** `443`, `8000-8100`. */
export function portOf(text: string, flag: string): Question["port"] {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim());
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (match === null || from > 65535 || to > 65535 || from > to)
    throw new UsageError(
      `${flag} takes a port or a range like 8000-8100, not "${text}"`,
      "ports are 0 to 65535",
    );
  return from === to ? from : { from, to };
}

/** A question with the line that it stands on. */
export interface Asked {
  readonly question: Question;
  readonly line: number;
}

/** Reads a batch: one question a line, as JSON. All of it is checked before anything is answered. */
export function questionsIn(text: string, path: string): Asked[] {
  return text.split("\n").flatMap((raw, index) => {
    const line = index + 1;
    if (raw.trim() === "") return [];
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new InputError(`the line is not JSON: ${message}`, { path, line }, "write one question a line");
    }
    return [{ question: checked(value, { path, line }), line }];
  });
}

/** Reads `flows.yaml`: a list of questions with `expect`, ends also as on the command line. */
export function flowsIn(text: string, path: string): Asked[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new InputError(
      `not valid YAML: ${error.message.split(" at line")[0]}`,
      { path, line, column: col },
      "mend the line",
    );
  }
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  const flows = Array.isArray(value) ? value : (value as { flows?: unknown } | null)?.flows;
  if (!Array.isArray(flows))
    throw new InputError(
      "there is no list of flows",
      { path, line: 1 },
      "write flows: with one entry for each flow",
    );
  const place = (index: number) => {
    const node = document.getIn(Array.isArray(value) ? [index] : ["flows", index], true) as {
      range?: [number];
    };
    return node?.range === undefined ? 1 : lines.linePos(node.range[0]).line;
  };
  return flows.map((flow: unknown, index) => {
    const line = place(index);
    return { question: checked(spelledOut(flow), { path, line }), line };
  });
}

function spelledOut(flow: unknown): unknown {
  if (typeof flow !== "object" || flow === null) return flow;
  const { name, from, to, ...rest } = flow as Record<string, unknown>;
  const end = (value: unknown) => (typeof value === "string" ? endOf(value) : value);
  return { ...(name === undefined ? {} : { id: String(name) }), ...rest, from: end(from), to: end(to) };
}

function checked(value: unknown, at: { path: string; line: number }): Question {
  const [problem] = validate(QuestionSchema, value);
  if (problem === undefined) return value as Question;
  throw new InputError(
    `the question does not fit: ${problem.pointer || "/"} ${problem.message}`,
    at,
    'a question is like {"from":{"ip":"10.0.1.5"},"to":{"internet":true},"protocol":"tcp","port":443}',
  );
}
