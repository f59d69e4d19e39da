import { type EstateNode, type Gap, gapOf, KINDS, type Kind } from "../model/index.js";
import { type NodeTable, payloadOf } from "./node-table.js";

/** A fact that another question tells than the one that names a node, and that is asked where the node is at home. */
interface Apart {
  readonly kind: Kind;
  readonly type: string;
  readonly fact: string;
  readonly what: string;
}

/**
 * Accounts and Regions see trails of others, and which events these take is told where they were made alone.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
const APART: readonly Apart[] = [
  { kind: "trail", type: "aws.cloudtrail-trail", fact: "management", what: "which events it takes" },
];

/** Nodes that are seen from elsewhere while the place that tells the rest of them was not read: a gap each. */
export function toldElsewhere(table: NodeTable): Gap[] {
  return APART.flatMap(({ kind, type, fact, what }) =>
    [...nodesOf(table, kind)]
      .map((index) => payloadOf(table, index))
      .filter((node) => node.type === type && !Object.hasOwn(node.is, fact))
      .map((node) => gapAbout(node, what)),
  );
}

function gapAbout(
  { id, label, at, scope }: Pick<EstateNode, "id" | "label" | "at" | "scope">,
  what: string,
): Gap {
  const home = [scope.region, scope.account].filter((part) => part !== undefined).join(" of account ");
  return gapOf({
    reason: "not-collected",
    message: `Of ${label} it is not told ${what}: ${home === "" ? "where it was made" : home} tells it`,
    at,
    touches: { nodes: [id] },
  });
}

function nodesOf({ byKind: { start, items } }: NodeTable, kind: Kind): Int32Array {
  const index = KINDS.indexOf(kind);
  return items.subarray(start[index] ?? 0, start[index + 1] ?? 0);
}
