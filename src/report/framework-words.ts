import { CONTROL_STATES, type ControlState } from "../model/control-states.js";
import type { FrameworkResult } from "../model/index.js";

/** What each state is called. */
export const STATE_WORDS: Readonly<Record<ControlState, string>> = {
  failed: "failed",
  undecided: "undecided",
  excepted: "excepted",
  uncovered: "not covered",
  empty: "nothing to judge",
  met: "met",
};

/** How many controls fare how, the worst first; states of none are left out. */
export function controlTally({ controls }: FrameworkResult): [ControlState, number][] {
  return CONTROL_STATES.flatMap((state): [ControlState, number][] => {
    const number = controls.filter((control) => control.state === state).length;
    return number === 0 ? [] : [[state, number]];
  });
}

/** "12 met · 3 failed": of a framework that is not listed whole it says so. */
export function tallyText(framework: FrameworkResult): string {
  const parts = controlTally(framework).map(([state, number]) => `${number} ${STATE_WORDS[state]}`);
  return [...parts, ...(framework.whole ? [] : ["others not listed"])].join(" · ");
}

/** What the list of controls leaves out. */
export function restText({ whole, rest }: FrameworkResult): string {
  if (whole) return "Every control of the framework is listed.";
  return `Not all of the framework is listed, and what is not listed was not judged${rest === undefined ? "" : `: ${rest}`}.`;
}
