import type { LastChange } from "../../model/index.js";
import type { CauseGroup } from "../groups.js";
import type { Shown } from "../states.js";
import { cut } from "../visible.js";
import { count, placeOf, reopenedText, sourceParts } from "../words.js";
import type { Page } from "./page.js";

const MAX_MESSAGE = 400;
const MAX_REMEDIATION = 400;
const MAX_NAME = 160;

/** Spells out the first `limit` causes and says how many more there are. */
export function sayCauses(
  page: Page,
  groups: readonly CauseGroup[],
  options: Pick<Shown, "policies"> & { limit: number },
) {
  for (const group of groups.slice(0, options.limit)) sayCause(page, group, options.policies);
  const left = groups.slice(options.limit);
  if (left.length === 0) return;
  const findings = left.reduce((sum, group) => sum + group.findings.length, 0);
  page.gap();
  page.say(
    `… and ${count(left.length, "more thing")} to fix (${count(findings, "finding")}), in the reports.`,
  );
}

function sayCause(page: Page, group: CauseGroup, policies: Shown["policies"]): void {
  const worst = group.findings[0];
  if (worst === undefined) return;
  const { cause } = group;
  const source = sourceParts(cause.at).join(" · ");
  page.gap();
  page.field(group.severity.toUpperCase(), cut(worst.message, MAX_MESSAGE), {
    label: page.paintOf(group.severity),
    text: page.colors.bold,
  });
  page.field("  mend", cut(cause.label || cause.id, MAX_NAME));
  page.field(
    "  where",
    `${cut(placeOf(cause.at), MAX_NAME)}${source === "" ? "" : ` (${cut(source, MAX_NAME)})`}`,
  );
  if (cause.lastChange !== undefined) page.field("  changed", cut(changeOf(cause.lastChange), MAX_MESSAGE));
  const reopened = group.findings.find((finding) => finding.reopened !== undefined)?.reopened;
  if (reopened !== undefined) page.field("  accepted", cut(reopenedText(reopened), MAX_MESSAGE));
  const remediation = policies.get(worst.policy)?.meta.remediation ?? "";
  if (remediation !== "") page.field("  how", cut(remediation, MAX_REMEDIATION));
  if (group.findings.length > 1) {
    page.field(
      "  settles",
      `${count(group.findings.length, "finding")} on ${count(group.subjects, "subject")}`,
    );
  }
  page.field(group.policies.length === 1 ? "  policy" : "  policies", someOf(group.policies));
}

function changeOf({ who, when, from, event }: LastChange): string {
  return `by ${who}${from === null ? "" : ` from ${from}`} on ${when} (${event})`;
}

function someOf(names: readonly string[]): string {
  const more = names.length - 3;
  return `${names.slice(0, 3).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
