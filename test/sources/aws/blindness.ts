import { concernsPlace } from "../../../src/evaluate/scope-match.js";
import { assemble, type Graph } from "../../../src/graph/index.js";
import type { EstateNode, Gap } from "../../../src/model/index.js";
import type { Whole } from "./harness.js";

const FAILURES = new Set(["denied", "throttled", "failed", "unsupported", "truncated", "not-collected"]);

/** Gaps that a collection has and a calm one has not. */
export function newGaps(whole: Whole, calm: Whole): Gap[] {
  const known = new Set(calm.gaps.map(({ id }) => id));
  return whole.gaps.filter(({ id }) => !known.has(id));
}

/**
 * Nodes that a calm collection found and this one has not, and that no gap accounts for: neither by itself nor by
 * what it hangs on. One is a silent skip, which is the worst bug that there is. Invented ones are told too.
 */
export function unexplained(whole: Whole, calm: Whole): string[] {
  const [seen, all] = [assemble([whole]), assemble([calm])];
  const gaps = newGaps(whole, calm);
  const nodes = nodesOf(all);
  const lost = new Map(nodes.filter(({ id }) => seen.node(id) === undefined).map((node) => [node.id, node]));
  const known = nodes.filter((node) =>
    gaps.some((gap) => touches(gap, node) || hidesPartOf(gap, node) || isMadeUp(gap, node)),
  );
  const explained = reachable(
    all,
    known.map(({ id }) => id),
    lost,
  );
  const invented = nodesOf(seen).filter(({ id }) => all.node(id) === undefined);
  return [
    ...[...lost.keys()].filter((id) => !explained.has(id)).map((id) => `lost ${lost.get(id)?.kind} ${id}`),
    ...invented.map(({ id }) => `invented ${id}`),
  ].sort();
}

/** What is wrong with a ledger: rows that stand twice, statuses that no gap tells of, counts that are not those of the answers. */
export function untrue(whole: Whole): string[] {
  const key = (one: { account?: string; region?: string }, call: string) =>
    `${one.account ?? "-"} ${one.region ?? "-"} ${call}`;
  const rows = new Map<string, number>();
  for (const row of whole.ledger) rows.set(key(row, row.call), (rows.get(key(row, row.call)) ?? 0) + 1);
  const answers = new Map<string, { good: number; bad: number }>();
  for (const { service, operation, output, ...where } of whole.answers) {
    const name = key(where, `${service}:${operation}`);
    const count = answers.get(name) ?? { good: 0, bad: 0 };
    if (output["Error"] === undefined) count.good++;
    else count.bad++;
    answers.set(name, count);
  }
  const blind = new Set(
    whole.gaps.filter(({ reason }) => FAILURES.has(reason)).map(({ at }) => key(at, at.call ?? "")),
  );
  return [
    ...[...rows].filter(([, times]) => times > 1).map(([name]) => `stands twice: ${name}`),
    ...[...answers.keys()].filter((name) => !rows.has(name)).map((name) => `has no row: ${name}`),
    ...whole.ledger.flatMap((row) => {
      const name = key(row, row.call);
      const { good, bad } = answers.get(name) ?? { good: 0, bad: 0 };
      return [
        // An error by which the API says that there is none is an answer.
        ...(row.answers < good || row.answers > good + bad
          ? [`counts ${row.answers} of ${good}: ${name}`]
          : []),
        ...(row.status !== "ok" && !blind.has(name) ? [`is ${row.status} without a gap: ${name}`] : []),
        ...(row.status === "ok" && row.answers !== good + bad ? [`is ok and failed: ${name}`] : []),
      ];
    }),
  ].sort();
}

function nodesOf(graph: Graph): EstateNode[] {
  return graph.kinds().flatMap((kind) => graph.ids(kind).flatMap((id) => graph.node(id) ?? []));
}

function touches(gap: Gap, node: EstateNode): boolean {
  if (gap.touches.nodes.some((name) => name === node.id || node.aliases.includes(name))) return true;
  return gap.touches.kinds.includes(node.kind) && concernsPlace(gap, node);
}

/** Things that only serve another (groups and sets of web ACLs and firewall policies): that it is not seen whole is told of it. */
const PARTS = /^(?:arn:aws:(?:wafv2|network-firewall):|aws:managed-rule-group:)/;

function hidesPartOf(gap: Gap, { id }: EstateNode): boolean {
  const { kinds, nodes } = gap.touches;
  const service = gap.at.call?.split(":")[0] ?? "";
  return (
    PARTS.test(id) && kinds.length + nodes.length > 0 && (id.includes(`:${service}:`) || service === "wafv2")
  );
}

/** Asked about one thing, the local server may tell of another that no list names: so no service answers. */
function isMadeUp({ at, touches: { nodes } }: Gap, node: EstateNode): boolean {
  return nodes.length > 0 && at.call === node.at.call && at.region === node.at.region;
}

/** From what a gap touches, over lost nodes, to what hangs on them. */
function reachable(graph: Graph, from: readonly string[], lost: ReadonlyMap<string, unknown>): Set<string> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const edge of graph.edges()) {
    join(edge.from, edge.to);
    join(edge.to, edge.from);
  }
  const found = new Set(from);
  for (const id of found) for (const next of neighbours.get(id) ?? []) if (lost.has(next)) found.add(next);
  return found;
}
