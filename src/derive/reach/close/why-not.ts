import { asRule } from "./aim.js";
import type { Desk } from "./draft.js";
import { flowsThatNeed } from "./kept-at.js";
import type { Look } from "./look.js";
import { sitesAt } from "./site.js";
import { passingsOf } from "./ways.js";

export interface Why {
  readonly says: string;
  /** Names of the required flows that stand in the way. */
  readonly against: readonly string[];
  /** Labels of the rules that they need. */
  readonly rules?: readonly string[];
}

/** That flows stand in the way, and at which rules. */
export function toldAgainst(names: readonly string[], rules: readonly string[]): Why {
  const needs = names.length === 1 ? "the required flow" : "the required flows";
  const passes = rules.slice(0, MOST_RULES).join("; ");
  return { says: `${needs} ${names.join(", ")} would close with it, at ${passes}`, against: names, rules };
}

const MOST_RULES = 4;

/** Why nothing more can be closed, where something is open still. */
export function whyNot(desk: Desk, { fabric, answer, ways }: Look): Why {
  const { space } = fabric;
  const against = new Set<string>();
  const rules = new Set<string>();
  for (const way of ways)
    for (const passing of passingsOf(fabric, way, answer.verdict === "reaches" ? "sure" : "possible"))
      for (const { key, kind, filter, direction, set } of passing.turn === "new"
        ? sitesAt(fabric, passing)
        : []) {
        const site = { key, kind, filter, direction, closed: space.none };
        const flows = flowsThatNeed(desk, site, asRule(space, set, direction));
        for (const flow of flows) against.add(flow);
        if (flows.length > 0) rules.add(fabric.label(kind === "group-rule" ? key : filter));
      }
  const names = [...against].sort();
  if (names.length > 0) return toldAgainst(names, [...rules].sort());
  if (answer.verdict === "unknown") {
    const says = `with every edit made that there is, it is not certain that it is closed: ${answer.says}`;
    return { says, against: [] };
  }
  return {
    says: "no rule of a group, network ACL or host's chain that could be edited lets it through",
    against: [],
  };
}
