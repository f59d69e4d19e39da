import {
  type Delta,
  type Finding,
  lazyList,
  type PolicyMeta,
  type Report,
  type Tally,
  type Undecided,
} from "../model/index.js";

/** Where a finding stands: in a single run it is `open`; between two runs it came, went or stayed. */
export type State = "open" | "introduced" | "unchanged" | "fixed";

export interface Stated<T> {
  readonly item: T;
  readonly state: State;
}

/** What every renderer shows, whether it is handed one run or two. */
export interface Shown {
  readonly delta: Delta | undefined;
  /** The run itself; of two runs the later one. */
  readonly report: Report;
  readonly findings: readonly Stated<Finding>[];
  readonly undecided: readonly Stated<Undecided>[];
  /** Policies by id; a fixed finding may belong to one that only the earlier run had. */
  readonly policies: ReadonlyMap<string, { readonly meta: PolicyMeta; readonly tally: Tally }>;
}

/** Tells a comparison from a single run. */
export function isDelta(input: Report | Delta): input is Delta {
  return "introduced" in input;
}

/** Lays one run, or two, out in the same way. */
export function shown(input: Report | Delta): Shown {
  if (!isDelta(input)) {
    return {
      delta: undefined,
      report: input,
      findings: stated(input.findings, "open"),
      undecided: stated(input.undecided, "open"),
      policies: byId([input]),
    };
  }
  const { undecided } = input;
  return {
    delta: input,
    report: input.after,
    findings: [
      ...stated(input.introduced, "introduced"),
      ...stated(input.unchanged, "unchanged"),
      ...stated(input.fixed, "fixed"),
    ],
    undecided: [
      ...stated(undecided.introduced, "introduced"),
      ...stated(undecided.unchanged, "unchanged"),
      ...stated(undecided.settled, "fixed"),
    ],
    policies: byId([input.before, input.after]),
  };
}

/** As long as nobody keeps them, very many are not held at once. */
function stated<T>(items: readonly T[], state: State): readonly Stated<T>[] {
  return lazyList(items.length, (index) => ({ item: items[index] as T, state }));
}

function byId(reports: readonly Report[]): Shown["policies"] {
  const rows = reports.flatMap(({ policies }) => policies);
  const ids = [...new Map(rows.map((row) => [row.meta.id, row]))];
  return new Map(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
}
