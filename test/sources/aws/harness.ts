import type { Batch, EstateNode, Gap, LedgerRow, RawAnswer } from "../../../src/model/index.js";
import { type Collected, normalizeAnswer } from "../../../src/sources/aws/index.js";

export const ACCOUNT = "111122223333";
export const OTHER = "444455556666";
export const REGION = "eu-west-1";

export const arn = (resource: string, account = ACCOUNT, region = REGION) =>
  `arn:aws:ec2:${region}:${account}:${resource}`;

/** An answer of account 111122223333 in eu-west-1. */
export function answer(call: string, output: object, more: Partial<RawAnswer> = {}): RawAnswer {
  const [service = "", operation = ""] = call.split(":");
  return {
    service,
    operation,
    input: {},
    output: output as RawAnswer["output"],
    account: ACCOUNT,
    region: REGION,
    source: "aws",
    uri: `${operation}.json`,
    ...more,
  };
}

export function read(call: string, output: object, more: Partial<RawAnswer> = {}): Batch {
  return normalizeAnswer(answer(call, output, more));
}

export function nodeOf(batch: Pick<Batch, "nodes">, idOrAlias: string): EstateNode {
  const found = batch.nodes.find(({ id, aliases }) => id === idOrAlias || aliases.includes(idOrAlias));
  if (found === undefined)
    throw new Error(`no node ${idOrAlias} among ${batch.nodes.map(({ id }) => id).join(", ")}`);
  return found;
}

/** Edges as text, sorted: `from -relation-> to`. */
export function arrows(batch: Pick<Batch, "edges">): string[] {
  return batch.edges
    .map(({ from, relation, to, toScope }) => {
      const scope =
        toScope === undefined ? "" : ` in ${[toScope.account, toScope.region].filter(Boolean).join("/")}`;
      return `${from} -${relation}-> ${to}${scope}`;
    })
    .sort();
}

export interface Whole extends Batch {
  readonly answers: RawAnswer[];
  readonly ledger: LedgerRow[];
}

export async function gather(collected: AsyncIterable<Collected>): Promise<Whole> {
  const parts: Collected[] = [];
  for await (const part of collected) parts.push(part);
  return {
    nodes: parts.flatMap(({ batch }) => batch.nodes),
    edges: parts.flatMap(({ batch }) => batch.edges),
    gaps: parts.flatMap(({ batch }) => batch.gaps),
    answers: parts.flatMap(({ answers }) => answers),
    ledger: parts.flatMap(({ ledger }) => ledger),
  };
}

export const told = (gaps: readonly Gap[]) =>
  gaps.map(({ reason, message }) => `${reason}: ${message}`).sort();
