import {
  type Edge,
  type EstateNode,
  type Gap,
  type GapDraft,
  gapOf,
  KINDS,
  type LedgerRow,
  type RawAnswer,
} from "../model/index.js";
import { problemOf, type RowKind } from "./row-schemas.js";

export type Row = EstateNode | Edge | Gap | RawAnswer | LedgerRow;

/**
 * The gap that stands for what a source gave and the model does not allow. A node makes its kind
 * unknowable where it lives, an arrow its two ends. Of what is broken any part may be missing, so a
 * gap that would be broken itself becomes one that touches everything.
 */
export function brokenGap(table: RowKind, value: Row, problem: string): Gap {
  const name = nameOf(value);
  const message = `one of the ${table} that were read, ${JSON.stringify(name) ?? "without a name"}, does not fit the model: ${problem}`;
  const at = "at" in value ? value.at : { source: value.source, uri: name };
  const gap = gapOf({ reason: "unparsed", message, at, touches: touchesOf(value) });
  if (problemOf("gaps", gap) === undefined) return gap;
  return gapOf({
    reason: "unparsed",
    message,
    at: { source: "snapshot", uri: table },
    touches: { kinds: [...KINDS] },
  });
}

function nameOf(value: Row): string {
  if ("from" in value) return value.from;
  if ("id" in value) return value.id;
  return "uri" in value ? value.uri : value.call;
}

function touchesOf(value: Row): NonNullable<GapDraft["touches"]> {
  if ("from" in value) return { nodes: [value.from, value.to] };
  if ("touches" in value) return value.touches;
  // Raw evidence and the ledger: no verdict reads them.
  if (!("kind" in value)) return {};
  const { account, region, site } = value.scope ?? {};
  return {
    kinds: [value.kind],
    nodes: [value.id],
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(site === undefined ? {} : { site }),
  };
}
