import type {
  ControlResult,
  ControlState,
  Framework,
  FrameworkResult,
  PolicyMeta,
  Report,
  Tally,
  Undecided,
} from "../model/index.js";

type Judged = Pick<Report, "policies" | "undecided">;

/** Gaps that are named for one control. */
const MOST_GAPS = 20;

/** What a run says of each control: never met because nobody looked. */
export function frameworkResults(
  { policies, undecided }: Judged,
  frameworks: readonly Framework[],
  off: readonly PolicyMeta[] = [],
): FrameworkResult[] {
  const gaps = gapsByPolicy(undecided);
  const citing = byControl(policies, ({ meta }) => meta);
  const without = byControl(off, (meta) => meta);
  return frameworks.map((framework) => ({
    ...framework,
    controls: framework.controls.map(({ id, title }) => ({
      ...{ id, title },
      ...heldBack(
        resultOf(citing.get(`${framework.id} ${id}`) ?? [], gaps),
        without.get(`${framework.id} ${id}`) ?? [],
      ),
    })),
  }));
}

/** By the names of frameworks and controls. */
function byControl<T>(items: readonly T[], metaOf: (item: T) => PolicyMeta): ReadonlyMap<string, T[]> {
  const citing = new Map<string, T[]>();
  for (const item of items) {
    for (const [framework, controls] of Object.entries(metaOf(item).controls)) {
      for (const control of new Set(controls)) {
        const key = `${framework} ${control}`;
        const known = citing.get(key) ?? [];
        citing.set(key, known);
        known.push(item);
      }
    }
  }
  return citing;
}

type Result = Omit<ControlResult, "id" | "title">;

/** Of a control whose policies were not all asked nobody can say that it is met. */
function heldBack(result: Result, off: readonly PolicyMeta[]): Result {
  if (off.length === 0) return result;
  const state = result.state === "met" || result.state === "empty" ? "undecided" : result.state;
  return { ...result, state, off: off.map(({ id }) => id).sort() };
}

function resultOf(rows: Judged["policies"], gaps: ReadonlyMap<string, ReadonlySet<string>>): Result {
  const waiting = new Set(rows.flatMap(({ meta }) => [...(gaps.get(meta.id) ?? [])]));
  const sum = (name: keyof Tally) => rows.reduce((total, { tally }) => total + tally[name], 0);
  return {
    state: stateOf(rows.length, sum),
    policies: rows.map(({ meta }) => meta.id).sort(),
    ...{ failed: sum("fail"), undecided: sum("unknown"), passed: sum("pass") },
    gaps: [...waiting].sort().slice(0, MOST_GAPS),
    moreGaps: Math.max(0, waiting.size - MOST_GAPS),
  };
}

function stateOf(policies: number, sum: (name: keyof Tally) => number): ControlState {
  if (policies === 0) return "uncovered";
  if (sum("fail") > 0) return "failed";
  if (sum("unknown") > 0) return "undecided";
  if (sum("excepted") > 0) return "excepted";
  return sum("pass") > 0 ? "met" : "empty";
}

/** Read once, for there may be very many. */
function gapsByPolicy(undecided: readonly Undecided[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { policy, gaps } of undecided) {
    const known = found.get(policy) ?? new Set();
    for (const gap of gaps) known.add(gap);
    found.set(policy, known);
  }
  return found;
}
