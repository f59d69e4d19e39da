import type { Delta, Finding, Report } from "../model/index.js";
import { byWorst, groupByCause } from "./groups.js";
import { type Shown, type State, shown } from "./states.js";
import { bySeverity } from "./tallies.js";
import { sayBlind } from "./text/blind.js";
import { sayCauses } from "./text/causes.js";
import { Page } from "./text/page.js";
import { cut } from "./visible.js";
import { count, estateOf, placeOf, thousands } from "./words.js";

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
  sayNext(page, view, options.open ?? []);
  return page.toString();
}

function findingsIn(view: Shown, state: State): Finding[] {
  return view.findings.flatMap(({ item, state: its }) =>
    its === state && item.exception === undefined ? [item] : [],
  );
}

function sayRun(page: Page, view: Shown, limit: number): void {
  const open = findingsIn(view, "open");
  const groups = groupByCause(open);
  page.gap();
  if (open.length === 0) page.say(nothing(view), page.colors.bold);
  else {
    page.say(
      `${count(groups.length, "thing")} to fix, behind ${count(open.length, "finding")}`,
      page.colors.bold,
    );
    page.say(severities(open), String);
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
  const fixed = findingsIn(view, "fixed").sort(byWorst);
  const unchanged = findingsIn(view, "unchanged");
  page.gap();
  page.say(
    `This change introduces ${count(introduced.length, "finding")}, fixes ${thousands(fixed.length)} and leaves ${thousands(unchanged.length)} as they were.`,
    bold,
  );
  if (introduced.length > 0) page.say(`Introduced: ${severities(introduced)}`);
  sayCauses(page, groupByCause(introduced), { policies: view.policies, limit });
  if (fixed.length > 0) {
    page.gap();
    page.say("Fixed", (line) => bold(green(line)));
    for (const finding of fixed.slice(0, FIXED_SHOWN)) {
      page.field(
        `  ${finding.severity}`,
        `${cut(finding.message, 300)} (${finding.policy}, ${placeOf(finding.cause.at)})`,
      );
    }
    if (fixed.length > FIXED_SHOWN)
      page.field("", `and ${count(fixed.length - FIXED_SHOWN, "more finding")}`);
  }
  const { undecided, gaps } = view.delta ?? { undecided: { introduced: [] }, gaps: [] };
  if (undecided.introduced.length + gaps.length > 0) {
    const cited = new Set(undecided.introduced.flatMap((item) => item.gaps));
    const brought = new Set(gaps.map(({ id }) => id));
    const telling = view.report.gaps.filter(({ id }) => cited.has(id) || brought.has(id));
    sayBlind(page, undecided.introduced, telling);
  }
}

function severities(findings: readonly Finding[]): string {
  return bySeverity(findings)
    .map(([severity, number]) => `${thousands(number)} ${severity}`)
    .join(" · ");
}

function sayExceptions(page: Page, { findings, report }: Shown): void {
  const excepted = findings.filter(
    ({ item, state }) => item.exception !== undefined && state !== "fixed",
  ).length;
  const { expired, unmatched } = report.exceptions;
  if (excepted + expired.length + unmatched.length === 0) return;
  page.gap();
  page.say("Exceptions", page.colors.bold);
  if (excepted > 0) page.field("  active", `hide ${count(excepted, "finding")}`);
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

function sayNext(page: Page, view: Shown, open: readonly string[]): void {
  if (open.length === 0) return;
  page.gap();
  open.forEach((path, index) => {
    page.field(index === 0 ? "Open" : "", path, { label: page.colors.bold, text: page.colors.cyan });
  });
  if (view.report.ledger.length === 0)
    page.field("", "(nothing was collected: the coverage ledger is empty)");
}
