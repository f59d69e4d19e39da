import type { ControlResult, ControlState, FrameworkResult, Report } from "../model/index.js";
import { restText, STATE_WORDS, tallyText } from "./framework-words.js";
import { Page, type Paint } from "./text/page.js";
import { cut, visible } from "./visible.js";
import { count } from "./words.js";

interface FrameworkTextOptions {
  readonly columns?: number;
  readonly colour?: boolean;
}

/** Gaps that are spelled out under one control. */
const GAPS_SHOWN = 3;

/** One framework for a terminal: every control with how it fares, and why. */
export function renderFramework(
  framework: FrameworkResult,
  { gaps }: Pick<Report, "gaps">,
  options: FrameworkTextOptions = {},
): string {
  const page = new Page(options.columns ?? 80, options.colour ?? false);
  const { bold } = page.colors;
  const date = framework.date === null ? "" : `, ${framework.date}`;
  page.say(visible(`${framework.title} ${framework.version}${date}`), bold);
  page.say(visible(framework.source));
  page.say(tallyText(framework));
  page.say(restText(framework));
  page.gap();
  const messages = new Map(gaps.map(({ id, reason, message }) => [id, `${reason}: ${message}`]));
  for (const control of framework.controls) sayControl(page, control, messages);
  return page.toString();
}

function sayControl(page: Page, control: ControlResult, messages: ReadonlyMap<string, string>): void {
  const { state } = control;
  page.field(visible(control.id), visible(control.title), { label: page.colors.bold });
  page.field("", STATE_WORDS[state] + amounts(control), { text: paintOf(page, state) });
  if (state !== "met" && state !== "uncovered" && control.policies.length > 0)
    page.field("", visible(control.policies.join(", ")), { text: page.colors.dim });
  const shown = control.gaps.slice(0, GAPS_SHOWN);
  for (const id of shown) page.field("", visible(cut(`waits for ${messages.get(id) ?? id}`, 300)));
  const more = control.gaps.length - shown.length + control.moreGaps;
  if (more > 0) page.field("", `and for ${count(more, "more gap")}`);
}

function amounts({ state, failed, undecided, passed, policies, off = [] }: ControlResult): string {
  const without = off.length > 0 ? `, ${off.length} switched off` : "";
  if (state === "uncovered") return ` by any policy${without}`;
  const parts = [
    ...(failed > 0 ? [`${failed} failing`] : []),
    ...(undecided > 0 ? [`${undecided} not judged`] : []),
    ...(passed > 0 ? [`${passed} passing`] : []),
    `by ${count(policies.length, "policy", "policies")}`,
  ];
  return `: ${parts.join(", ")}${without}`;
}

function paintOf(page: Page, state: ControlState): Paint {
  const { red, yellow, green, dim } = page.colors;
  const paints = {
    failed: red,
    undecided: yellow,
    excepted: yellow,
    uncovered: yellow,
    empty: dim,
    met: green,
  };
  return paints[state];
}
