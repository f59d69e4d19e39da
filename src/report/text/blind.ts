import type { Gap, Undecided } from "../../model/index.js";
import { byBlindness } from "../tallies.js";
import { cut } from "../visible.js";
import { count, sourceParts, thousands } from "../words.js";
import type { Page } from "./page.js";

const GAPS_SHOWN = 6;
const MAX_MESSAGE = 300;

/** What could not be judged and why, and what was not seen besides. */
export function sayBlind(page: Page, undecided: readonly Undecided[], gaps: readonly Gap[]): void {
  const { bold, yellow, dim } = page.colors;
  const rows = byBlindness(gaps, undecided);
  const telling = rows.filter((row) => row.undecided > 0);
  const idle = rows.length - telling.length;
  page.gap();
  if (undecided.length > 0) {
    const subjects = new Set(undecided.map(({ subject }) => subject.id)).size;
    const verdicts = count(undecided.length, "verdict");
    page.say(`Could not be judged: ${verdicts} on ${count(subjects, "subject")}, because`, (line) =>
      bold(yellow(line)),
    );
    for (const { gap, undecided: waiting } of telling.slice(0, GAPS_SHOWN)) {
      page.field(`  ${thousands(waiting)} ×`, `${cut(gap.message, MAX_MESSAGE)}${whereOf(gap)}`, {
        label: yellow,
      });
    }
    if (telling.length > GAPS_SHOWN) page.field("", `and ${count(telling.length - GAPS_SHOWN, "more gap")}`);
  }
  if (idle > 0) page.say(`Also not seen: ${count(idle, "gap")} that no verdict waits for.`, dim);
}

function whereOf(gap: Gap): string {
  const parts = sourceParts(gap.at).filter((part) => !gap.message.includes(part));
  return parts.length === 0 ? "" : ` (${parts.join(" · ")})`;
}
