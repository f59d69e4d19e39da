import type { Finding, Undecided } from "../../../src/model/index.js";
import { SEVERITIES } from "../../../src/model/severities.js";
import { areaOf, type Row } from "./estate.js";
import { FACETS, type Facet, type Route } from "./route.js";

type Judged = Row<Finding | Undecided>;

const VALUE: Readonly<Record<Facet, (row: Judged) => string | undefined>> = {
  severity: ({ item }) => item.severity,
  status: ({ status }) => status,
  area: ({ item }) => areaOf(item.policy),
  account: ({ item }) => item.subject.scope.account,
  region: ({ item }) => item.subject.scope.region ?? item.subject.scope.site,
};

/** The rows that hold every word of the search and one chosen value of each facet. */
export function filtered<R extends Judged>(
  rows: readonly R[],
  { search, chosen }: Pick<Route, "search" | "chosen">,
): R[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const wanted = FACETS.filter((facet) => chosen[facet].length > 0);
  return rows.filter(
    (row) =>
      wanted.every((facet) => chosen[facet].includes(VALUE[facet](row) ?? "")) &&
      words.every((word) => row.text.includes(word)),
  );
}

/** The values a facet takes in these rows, with how many rows have each. */
export function valuesOf(rows: readonly Judged[], facet: Facet): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = VALUE[facet](row);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order: readonly string[] = facet === "severity" ? SEVERITIES : facet === "status" ? STATUSES : [];
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...counts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const STATUSES = ["introduced", "open", "unchanged", "fixed", "excepted"];

/** What is shown unless the reader chooses: what is open, or what a change introduces. */
export function withDefaults(route: Route, comparison: boolean): Route {
  if (route.chosen.status.length > 0) return route;
  return { ...route, chosen: { ...route.chosen, status: [comparison ? "introduced" : "open"] } };
}
