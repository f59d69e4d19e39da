import type { Json } from "../../../model/index.js";
import { MAX_DEPTH, type Span, scanDocuments } from "./scan.js";

/** One JSON document of a file. */
export interface Document {
  readonly value: Json;
  /** JSON pointer in the file: empty, or the document's number where the file holds several. */
  readonly pointer: string;
  /** Lines of the objects in arrays, by pointer in the file, in order. */
  readonly items: readonly (readonly [pointer: string, line: number])[];
}

export interface Broken {
  readonly line: number;
  readonly message: string;
}

/** Reads a file's documents; those that are not JSON are told by line, the others stand. */
export function readDocuments(text: string): { documents: Document[]; broken: Broken[] } {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const spans = scanDocuments(plain);
  const documents: Document[] = [];
  const broken: Broken[] = [];
  for (const [index, span] of spans.entries()) {
    const pointer = spans.length === 1 ? "" : `/${index}`;
    const read = parse(plain, span);
    if ("message" in read) broken.push(read);
    else documents.push({ ...read, pointer, items: span.items.map(([at, line]) => [pointer + at, line]) });
  }
  return { documents, broken };
}

function parse(text: string, span: Span): { value: Json } | Broken {
  if (span.tooDeep) return { line: span.line, message: `is nested more than ${MAX_DEPTH} deep` };
  const part = text.slice(span.start, span.end);
  try {
    return { value: JSON.parse(part) as Json };
  } catch (error) {
    // The engine's own message quotes the text, which may hold a secret; its position is enough.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const upTo = part.slice(0, position === undefined ? part.length : Number(position));
    return { line: span.line + newlines(upTo), message: "is not JSON" };
  }
}

function newlines(text: string): number {
  return text.trimEnd().split("\n").length - 1;
}
