import {
  type Batch,
  canonicalJson,
  type Edge,
  type EstateNode,
  type Gap,
  type LedgerRow,
  type RawAnswer,
} from "../model/index.js";
import { brokenGap, type Row } from "./broken-gap.js";
import type { ContentHash } from "./content-hash.js";
import { type Cutter, longCells } from "./pieces.js";
import { problemOf, type RowKind } from "./row-schemas.js";
import { plainJson, write } from "./row-text.js";
import { TABLES } from "./schema.js";

/** A row as the columns of its table have it. */
export type Cells = readonly (string | number | null)[];

/** What one `add` writes: rows by table, in the columns of schema.ts. */
export interface Rows {
  readonly answers: Cells[];
  readonly pieces: Cells[];
  readonly nodes: Cells[];
  readonly edges: Cells[];
  readonly gaps: Cells[];
  readonly ledger: Cells[];
}

export interface Collected {
  readonly answers: readonly RawAnswer[];
  readonly batch: Batch;
  readonly ledger: readonly LedgerRow[];
}

/** What goes on from one `add` to the next. */
export interface Writing {
  readonly hash: ContentHash;
  readonly cutter: Cutter;
}

/** Writes what was collected as rows and adds them to the hash. What breaks the model is kept out, and is a gap. */
export function rowsFor({ answers, batch, ledger }: Collected, { hash, cutter }: Writing): Rows {
  const broken: Gap[] = [];
  const nodes = batch.nodes.filter((node) => fits("nodes", node, broken));
  const edges = batch.edges.filter((edge) => fits("edges", edge, broken));
  const kept = answers.filter((answer) => fits("answers", answer, broken));
  const covered = ledger.filter((row) => fits("ledger", row, broken));
  const gaps = [...batch.gaps.filter((gap) => fits("gaps", gap, broken)), ...broken];
  const pieces: Cells[] = [];
  return {
    answers: kept.map((answer) => cutIn(answerRow(answer, hash), (text) => cutter.cell(text, pieces))),
    pieces,
    nodes: nodes.map((node) => nodeRow(node, hash)),
    edges: edges.map((edge) => edgeRow(edge, hash)),
    gaps: gaps.map((gap) => gapRow(gap, hash)),
    ledger: covered.map((row) => withExact(canonicalJson(row), (text) => [text])),
  };
}

function fits(table: RowKind, value: Row, broken: Gap[]): boolean {
  const problem = problemOf(table, value);
  if (problem === undefined) return true;
  broken.push(brokenGap(table, value, problem));
  return false;
}

function answerRow(answer: RawAnswer, hash: ContentHash): Cells {
  const { source, service, operation, account = null, region = null, uri, time = null } = answer;
  const [input, output] = [canonicalJson(answer.input), canonicalJson(answer.output)];
  const lines = answer.lines === undefined ? null : canonicalJson(answer.lines);
  const said = canonicalJson([source, service, operation, account, region]);
  const key = `${uri} ${hash.add("answers", `${said}${input}${output}`)}`;
  const cells = [key, source, service, operation, account, region, uri, time, input, output, lines];
  return exactly(cells, () => canonicalJson(answer));
}

const LONG_CELLS = new Set(longCells(TABLES.answers));

function cutIn(cells: Cells, cut: (text: string) => string): Cells {
  return cells.map((cell, index) => (typeof cell === "string" && LONG_CELLS.has(index) ? cut(cell) : cell));
}

function nodeRow(node: EstateNode, hash: ContentHash): Cells {
  const { text, timeless } = write(node);
  hash.add("nodes", timeless);
  // As mergeNodes ranks them: the owner's word, then the most facts; then who names the provider's own id.
  const own = node.at.account === node.scope.account ? 100_000 : 0;
  const weight = own + 2 * Object.keys(node.is).length + (node.at.id === undefined ? 0 : 1);
  return withExact(text, (body) => [node.id, node.kind, weight, body]);
}

function edgeRow(edge: Edge, hash: ContentHash): Cells {
  hash.add("edges", write(edge).timeless);
  const scope = edge.toScope === undefined ? null : canonicalJson(edge.toScope);
  const cells = [edge.from, edge.relation, edge.to, scope, canonicalJson(edge.at)];
  return exactly(cells, () => canonicalJson(edge));
}

function gapRow(gap: Gap, hash: ContentHash): Cells {
  const { text, timeless } = write(gap);
  hash.add("gaps", timeless);
  return withExact(text, (body) => [gap.id, body]);
}

/** A row around one JSON text. */
function withExact(text: string, cells: (plain: string) => Cells): Cells {
  const plain = plainJson(text);
  return [...cells(plain), plain === text ? null : text];
}

/** A row of several texts; where one of them is no valid Unicode, the whole row as JSON stands beside. */
function exactly(cells: readonly (string | null)[], whole: () => string): Cells {
  const plain = cells.map((cell) => (cell === null ? null : plainJson(cell).toWellFormed()));
  return [...plain, plain.every((cell, index) => cell === cells[index]) ? null : whole()];
}
