import type {
  Delta,
  Finding,
  FrameworkResult,
  Gap,
  LedgerRow,
  PolicyMeta,
  Report,
  Tally,
  Undecided,
} from "../model/index.js";
import { type Stated, shown } from "./states.js";
import { cut, visible, visibleDeep } from "./visible.js";

/** What the page is handed: one run or two laid out alike, every text already made visible and cut to length. */
export interface PageData {
  readonly comparison: boolean;
  readonly version: string;
  readonly input: Report["input"];
  readonly estate: Report["estate"];
  readonly policies: readonly { readonly meta: PolicyMeta; readonly tally: Tally }[];
  readonly findings: readonly Stated<Finding>[];
  readonly undecided: readonly Stated<Undecided>[];
  readonly gaps: readonly Gap[];
  /** Ids of the gaps that a compared change brought. */
  readonly broughtGaps: readonly string[];
  readonly ledger: readonly LedgerRow[];
  readonly exceptions: Report["exceptions"];
  readonly switchedOff: NonNullable<Report["switchedOff"]>;
  readonly frameworks: readonly FrameworkResult[];
  /** How many were left out, the least severe first: a browser has to hold what the page is handed. */
  readonly omitted: { readonly findings: number; readonly undecided: number };
}

const MAX_TEXT = 4096;
/** Findings, and undecided outcomes: some 30 MB each. */
const MOST_SHOWN = 20_000;
/** Members by which things are told apart or looked up: cutting them could make two things one. */
const IDENTIFIERS = new Set(["id", "node", "policy", "package", "gaps", "broughtGaps"]);

/** Everything the page shows, taken from one run or a comparison. */
export function pageData(input: Report | Delta): PageData {
  const { report, delta, findings, undecided, policies } = shown(input);
  return visibleDeep<PageData>(
    {
      comparison: delta !== undefined,
      version: report.tool.version,
      input: report.input,
      estate: report.estate,
      policies: [...policies.values()],
      findings: findings.slice(0, MOST_SHOWN),
      undecided: undecided.slice(0, MOST_SHOWN),
      gaps: gapsOf(report, delta),
      broughtGaps: delta?.gaps.map(({ id }) => id) ?? [],
      ledger: report.ledger,
      exceptions: report.exceptions,
      switchedOff: report.switchedOff ?? [],
      frameworks: report.frameworks ?? [],
      omitted: {
        findings: Math.max(0, findings.length - MOST_SHOWN),
        undecided: Math.max(0, undecided.length - MOST_SHOWN),
      },
    },
    safe,
  );
}

/** The later run's gaps, and of the earlier run those that a settled verdict still names. */
function gapsOf(report: Report, delta: Delta | undefined): Gap[] {
  const named = new Set(delta?.undecided.settled.flatMap(({ gaps }) => gaps));
  const earlier = delta?.before.gaps.filter(({ id }) => named.has(id)) ?? [];
  return [...new Map([...earlier, ...report.gaps].map((gap) => [gap.id, gap])).values()];
}

function safe(text: string, member: string): string {
  return visible(IDENTIFIERS.has(member) ? text : cut(text, MAX_TEXT));
}
