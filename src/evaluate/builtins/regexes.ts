import { type HostBuiltin, isText, overTexts } from "./arguments.js";
import { type Program, programOf } from "./regex-program.js";
import { allMatches, type Match, search } from "./regex-run.js";
import { BadPattern } from "./regex-syntax.js";

/** regex.* that OPA's WASM library lacks, by RE2's syntax and rules. */
export const REGEXES: readonly (readonly [string, HostBuiltin])[] = [
  ["regex.find_n", (pattern, text, number) => found(pattern, text, number)],
  ["regex.replace", overTexts((text = "", pattern = "", by = "") => replaced(text, pattern, by))],
  ["regex.split", overTexts((pattern = "", text = "") => split(pattern, text))],
  ["regex.template_match", overTexts((...args) => matchesTemplate(args))],
];

const KEPT = 100;
const programs = new Map<string, Program | undefined>();

function compiled(pattern: string): Program | undefined {
  if (programs.has(pattern)) return programs.get(pattern);
  if (programs.size >= KEPT) programs.clear();
  let program: Program | undefined;
  try {
    program = programOf(pattern);
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
  }
  programs.set(pattern, program);
  return program;
}

const codesOf = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

function found(pattern: unknown, text: unknown, number: unknown): string[] | undefined {
  if (!isText(pattern) || !isText(text) || typeof number !== "number") return undefined;
  const program = compiled(pattern);
  if (program === undefined) return undefined;
  const letters = [...text];
  const all = allMatches(program, codesOf(text)).map(([from, to]) => letters.slice(from, to).join(""));
  return number < 0 ? all : all.slice(0, number);
}

function replaced(text: string, pattern: string, by: string): string | undefined {
  const program = compiled(pattern);
  if (program === undefined) return undefined;
  const letters = [...text];
  let out = "";
  let done = 0;
  for (const match of allMatches(program, codesOf(text))) {
    const [from = 0, to = 0] = match;
    out += letters.slice(done, from).join("") + expanded(by, match, { letters, names: program.names });
    done = to;
  }
  return out + letters.slice(done).join("");
}

interface Source {
  readonly letters: readonly string[];
  readonly names: readonly string[];
}

/** $1, $name and ${name} are groups, the longest name counts; $$ is a dollar (Go's Regexp.Expand). */
function expanded(template: string, match: Match, { letters, names }: Source): string {
  return template.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (all, bare, braced) => {
    const name: string | undefined = bare ?? braced;
    if (name === undefined) return all.slice(1);
    const index = /^(?:0|[1-9]\d{0,7})$/.test(name) ? Number(name) : named(name, match, names);
    const [from = -1, to = -1] = match.slice(2 * index, 2 * index + 2);
    return from < 0 || to < 0 ? "" : letters.slice(from, to).join("");
  });
}

function named(name: string, match: Match, names: readonly string[]): number {
  const index = names.findIndex((each, place) => each === name && (match[2 * place] ?? -1) >= 0);
  return index < 0 ? names.length : index;
}

function split(pattern: string, text: string): string[] | undefined {
  const program = compiled(pattern);
  if (program === undefined) return undefined;
  const letters = [...text];
  if (pattern !== "" && text === "") return [""];
  const parts: string[] = [];
  let begin = 0;
  let end = 0;
  for (const [from = 0, to = 0] of allMatches(program, codesOf(text))) {
    end = from;
    if (to !== 0) parts.push(letters.slice(begin, from).join(""));
    begin = to;
  }
  if (end !== letters.length) parts.push(letters.slice(begin).join(""));
  return parts;
}

/** Plain text with regular expressions between delimiters of one byte each. */
function matchesTemplate([template = "", text = "", open = "", close = ""]: readonly string[]):
  | boolean
  | undefined {
  if (Buffer.byteLength(open) !== 1 || Buffer.byteLength(close) !== 1) return undefined;
  let pattern = "^";
  let plain = "";
  let inner = "";
  let level = 0;
  for (const letter of template) {
    const wasInside = level > 0;
    if (letter === open) level++;
    else if (letter === close) level--;
    if (level < 0) return undefined;
    if (!wasInside && level === 0) plain += letter;
    else if (wasInside && level > 0) inner += letter;
    else if (!wasInside) inner = "";
    else {
      if (compiled(`^${inner}$`) === undefined) return undefined;
      pattern += `${quoted(plain)}(${inner})`;
      plain = "";
    }
  }
  const program = level === 0 ? compiled(`${pattern}${quoted(plain)}$`) : undefined;
  return program && search(program, codesOf(text), 0) !== undefined;
}

const quoted = (text: string) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
