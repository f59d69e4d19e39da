import type { Delta, Finding, PolicyException, Report, Severity } from "../model/index.js";
import { tallyText } from "./framework-words.js";
import { byWorst, groupByCause, severityRank } from "./groups.js";
import { type Shown, type State, shown } from "./states.js";
import { sayBlind } from "./text/blind.js";
import { sayCauses } from "./text/causes.js";
import { Page } from "./text/page.js";
import { cut } from "./visible.js";
import { count, estateOf, placeOf, reopenedText, thousands } from "./words.js";

export interface TextOptions {
  /** Width of the terminal in columns; 80 if not given. Held between 40 and 110. */
  readonly columns?: number;
  readonly colour?: boolean;
  /** How many causes are spelled out; 5 if not given. */
  readonly limit?: number;
  /** Files to open next, as the user would type them. */
  readonly open?: readonly string[];
}

const FIXED_SHOWN = 10;

/** The summary for a terminal: the worst first, one entry for each thing to fix. */
export function renderText(input: Report | Delta, options: TextOptions = {}): string {
  const page = new Page(options.columns ?? 80, options.colour ?? false);
  const view = shown(input);
  page.field("Causeway", `${view.report.tool.version} · ${estateOf(view.report)}`, {
    label: page.colors.bold,
  });
  const limit = options.limit ?? 5;
  if (view.delta === undefined) sayRun(page, view, limit);
  else sayChange(page, view, limit);
  sayExceptions(page, view);
  saySwitchedOff(page, view);
  sayFrameworks(page, view);
  sayNext(page, view, options.open ?? []);
  return page.toString();
}

/** Findings whose causes are told apart at most: the worst come first. */
const MOST_GROUPED = 20_000;

interface Picked {
  /** No more than are grouped. */
  readonly worst: readonly Finding[];
  readonly all: number;
  /** How many there are of each severity. */
  readonly severities: string;
}

function findingsIn(view: Shown, state: State): Picked {
  const worst: Finding[] = [];
  const counts = new Map<Severity, number>();
  let all = 0;
  for (const { item, state: its } of view.findings) {
    if (its !== state || item.exception !== undefined) continue;
    all++;
    counts.set(item.severity, (counts.get(item.severity) ?? 0) + 1);
    if (worst.length < MOST_GROUPED) worst.push(item);
  }
  const words = [...counts].sort(([a], [b]) => severityRank(a) - severityRank(b));
  return {
    worst,
    all,
    severities: words.map(([severity, number]) => `${thousands(number)} ${severity}`).join(" · "),
  };
}

function sayRun(page: Page, view: Shown, limit: number): void {
  const open = findingsIn(view, "open");
  const groups = groupByCause(open.worst);
  page.gap();
  if (open.all === 0) page.say(nothing(view), page.colors.bold);
  else {
    const of = open.all > open.worst.length ? `the ${thousands(open.worst.length)} most severe of ` : "";
    page.say(
      `${count(groups.length, "thing")} to fix, behind ${of}${count(open.all, "finding")}`,
      page.colors.bold,
    );
    page.say(open.severities, String);
  }
  sayCauses(page, groups, { policies: view.policies, limit });
  sayBlind(page, view.report.undecided, view.report.gaps);
}

function nothing({ report }: Shown): string {
  if (report.policies.length === 0) return "No policy was applied, so nothing was judged.";
  return report.undecided.length === 0
    ? `Nothing to fix: every verdict of ${count(report.policies.length, "policy", "policies")} is clean.`
    : "No finding, but this is not a pass: some things could not be judged.";
}

function sayChange(page: Page, view: Shown, limit: number): void {
  const { bold, green } = page.colors;
  const introduced = findingsIn(view, "introduced");
  const { worst, all: fixedOnes } = findingsIn(view, "fixed");
  const fixed = [...worst].sort(byWorst);
  const unchanged = findingsIn(view, "unchanged");
  page.gap();
  page.say(
    `This change introduces ${count(introduced.all, "finding")}, fixes ${thousands(fixedOnes)} and leaves ${thousands(unchanged.all)} as they were.`,
    bold,
  );
  if (introduced.all > 0) page.say(`Introduced: ${introduced.severities}`);
  sayCauses(page, groupByCause(introduced.worst), { policies: view.policies, limit });
  if (fixed.length > 0) {
    page.gap();
    page.say("Fixed", (line) => bold(green(line)));
    for (const finding of fixed.slice(0, FIXED_SHOWN)) {
      page.field(
        `  ${finding.severity}`,
        `${cut(finding.message, 300)} (${finding.policy}, ${placeOf(finding.cause.at)})`,
      );
    }
    if (fixedOnes > FIXED_SHOWN) page.field("", `and ${count(fixedOnes - FIXED_SHOWN, "more finding")}`);
  }
  const { undecided, gaps } = view.delta ?? { undecided: { introduced: [] }, gaps: [] };
  if (undecided.introduced.length + gaps.length > 0) {
    const cited = new Set(undecided.introduced.flatMap((item) => item.gaps));
    const brought = new Set(gaps.map(({ id }) => id));
    const telling = view.report.gaps.filter(({ id }) => cited.has(id) || brought.has(id));
    sayBlind(page, undecided.introduced, telling);
  }
}

function sayExceptions(page: Page, { findings, report }: Shown): void {
  let excepted = 0;
  const reopened = new Map<string, { exception: PolicyException; findings: number }>();
  for (const { item, state } of findings) {
    if (state === "fixed") continue;
    if (item.exception !== undefined) excepted++;
    else if (item.reopened !== undefined) {
      const name = JSON.stringify(item.reopened);
      const row = reopened.get(name) ?? { exception: item.reopened, findings: 0 };
      reopened.set(name, { ...row, findings: row.findings + 1 });
    }
  }
  const { expired, unmatched } = report.exceptions;
  if (excepted + reopened.size + expired.length + unmatched.length === 0) return;
  page.gap();
  page.say("Exceptions", page.colors.bold);
  if (excepted > 0) page.field("  active", `hide ${count(excepted, "finding")}`);
  for (const { exception, findings: number } of reopened.values()) {
    const { policy, subject } = exception;
    page.field(
      "  reopened",
      `${policy}${subject === undefined ? "" : ` on ${subject}`}: ${count(number, "finding")} ${reopenedText(exception)}`,
    );
  }
  for (const { policy, owner, ticket, expires } of expired) {
    page.field("  expired", `${policy} (${owner}, ${ticket}) ended on ${expires} and hides nothing any more`);
  }
  for (const { policy, subject, owner, ticket } of unmatched) {
    page.field(
      "  unused",
      `${policy}${subject === undefined ? "" : ` on ${subject}`} (${owner}, ${ticket}) matches nothing`,
    );
  }
}

function saySwitchedOff(page: Page, { report: { switchedOff = [] } }: Shown): void {
  if (switchedOff.length === 0) return;
  page.gap();
  const policies = count(switchedOff.length, "policy was", "policies were");
  page.say(`${policies} switched off (causeway policies list)`, page.colors.bold);
  const byReason = new Map<string, number>();
  for (const { why } of switchedOff) byReason.set(why, (byReason.get(why) ?? 0) + 1);
  for (const [why, number] of byReason) page.field(`  ${thousands(number)}`, why);
}

function sayFrameworks(page: Page, { report }: Shown): void {
  const { frameworks = [] } = report;
  if (frameworks.length === 0) return;
  page.gap();
  page.say("Frameworks (causeway report --framework ID)", page.colors.bold);
  const width = Math.max(...frameworks.map(({ id }) => id.length));
  for (const framework of frameworks) page.field(`  ${framework.id.padEnd(width)} `, tallyText(framework));
}

function sayNext(page: Page, view: Shown, open: readonly string[]): void {
  if (open.length === 0) return;
  page.gap();
  open.forEach((path, index) => {
    page.field(index === 0 ? "Open" : "", path, { label: page.colors.bold, text: page.colors.cyan });
  });
  if (view.report.ledger.length === 0)
    page.field("", "(nothing was collected: the coverage ledger is empty)");
}
