import {
  type Batch,
  canonicalJson,
  type Edge,
  type EstateNode,
  type Gap,
  gapOf,
  type LedgerRow,
  type RawAnswer,
} from "../model/index.js";
import type { ContentHash } from "./content-hash.js";
import { problemOf } from "./row-schemas.js";
import { plainJson, write } from "./row-text.js";

/** A row as the columns of its table have it. */
export type Cells = readonly (string | number | null)[];

/** What one `add` writes: rows by table, in the columns of schema.ts. */
export interface Rows {
  readonly answers: Cells[];
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

/** Writes what was collected as rows and adds them to the hash. What breaks the model is kept out, and is a gap. */
export function rowsFor({ answers, batch, ledger }: Collected, hash: ContentHash): Rows {
  const broken: Gap[] = [];
  const nodes = batch.nodes.filter((node) => fits("nodes", node, broken));
  const edges = batch.edges.filter((edge) => fits("edges", edge, broken));
  const gaps = [...batch.gaps.filter((gap) => fits("gaps", gap, broken)), ...broken];
  return {
    answers: answers.map((answer) => answerRow(answer, hash)),
    nodes: nodes.map((node) => nodeRow(node, hash)),
    edges: edges.map((edge) => edgeRow(edge, hash)),
    gaps: gaps.map((gap) => gapRow(gap, hash)),
    ledger: ledger.map((row) => withExact(canonicalJson(row), (text) => [text])),
  };
}

function fits(table: "nodes" | "edges" | "gaps", value: EstateNode | Edge | Gap, broken: Gap[]): boolean {
  const problem = problemOf(table, value);
  if (problem === undefined) return true;
  broken.push(brokenGap(value, problem));
  return false;
}

/** A source gave what the model does not allow. It is left out, and so is whatever needed it. */
function brokenGap(value: EstateNode | Edge | Gap, problem: string): Gap {
  const id = "from" in value ? value.from : value.id;
  const touches =
    "scope" in value
      ? { nodes: [id], kinds: [value.kind], ...pick(value.scope) }
      : "from" in value
        ? { nodes: [value.from, value.to] }
        : { kinds: value.touches.kinds, nodes: value.touches.nodes };
  return gapOf({
    reason: "unparsed",
    message: `what was read of ${id} does not fit the model: ${problem}`,
    at: value.at,
    touches,
  });
}

function pick({ account, region, site }: EstateNode["scope"]) {
  return {
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(site === undefined ? {} : { site }),
  };
}

function answerRow(answer: RawAnswer, hash: ContentHash): Cells {
  const { source, service, operation, account = null, region = null, uri, time = null } = answer;
  const [input, output] = [canonicalJson(answer.input), canonicalJson(answer.output)];
  const lines = answer.lines === undefined ? null : canonicalJson(answer.lines);
  hash.add("answers", `${canonicalJson([source, service, operation, account, region])}${input}${output}`);
  const cells = [source, service, operation, account, region, uri, time, input, output, lines];
  return exactly(cells, () => canonicalJson(answer));
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
