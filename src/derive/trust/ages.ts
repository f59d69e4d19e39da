import type { Graph } from "../../graph/index.js";
import { type AgesFact, type EstateNode, type Fact, gapOf, type Json } from "../../model/index.js";

const DAY = 86_400_000;

/** The fact `ages`. Counted from when the answer was given: a snapshot that is judged later says the same. */
export function ages(graph: Graph): (id: string) => Fact {
  return (id) => {
    const node = graph.node(id);
    const asOf = node?.at.time ?? null;
    const value = (node === undefined || asOf === null ? NOTHING : agesOf(node, asOf)) as unknown as Json;
    if (node === undefined || asOf !== null) return { value, gaps: [] };
    const message = `When ${node.label} was read is not known, and so not how old it is`;
    return {
      value,
      gaps: [gapOf({ reason: "not-collected", message, at: node.at, touches: { nodes: [id] } })],
    };
  };
}

const NOTHING: AgesFact = { asOf: null, created: null, unused: null, validUntil: null, certificates: [] };

function agesOf(node: EstateNode, asOf: string): AgesFact {
  const since = (moment: string | null | undefined) => days(moment, asOf);
  const until = (moment: string | null | undefined) => days(asOf, moment);
  if (node.kind === "identity-provider") {
    const { is } = node as EstateNode<"identity-provider">;
    return {
      ...{ asOf, created: since(is.created), unused: null },
      // Metadata ends by its own word, or by that of the cloud.
      validUntil: least([until(is.validUntil), until(is.metadataValidUntil)]),
      certificates: (is.certificates ?? []).flatMap(({ fingerprint, subject, notAfter }) => {
        const left = until(notAfter);
        return left === null ? [] : [{ fingerprint, subject, days: left }];
      }),
    };
  }
  const { is } = node as EstateNode<"role"> | EstateNode<"user">;
  const used = "lastUsed" in is ? is.lastUsed : "passwordLastUsed" in is ? is.passwordLastUsed : undefined;
  const created = since(is.created);
  // What was not told is not known; null: there was none.
  const unused = used === undefined ? null : used === null ? created : since(used);
  return { ...NOTHING, asOf, created, unused };
}

/** Whole days from one moment to another. */
function days(from: string | null | undefined, to: string | null | undefined): number | null {
  const span = Date.parse(to ?? "") - Date.parse(from ?? "");
  return Number.isNaN(span) ? null : Math.floor(span / DAY);
}

function least(all: readonly (number | null)[]): number | null {
  const known = all.filter((each) => each !== null);
  return known.length === 0 ? null : Math.min(...known);
}
