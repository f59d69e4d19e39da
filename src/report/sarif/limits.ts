import { gzipSync } from "node:zlib";
import type { Log, Notification, ReportingDescriptor, Result } from "sarif";
import { notice } from "./notifications.js";

// docs.github.com, "SARIF support for code scanning": what is larger is refused as a whole.
export const MAX_RESULTS = 25_000;
const MAX_RULES = 25_000;
const MAX_GZIP = 10_000_000;
/** Not a limit of GitHub's: nobody reads more, and they would crowd out results. */
const MAX_NOTIFICATIONS = 5_000;

/** The parts of a run that may have to be cut; results and notifications with the most important first. */
export interface Content {
  readonly rules: readonly ReportingDescriptor[];
  readonly results: readonly Result[];
  /** Results beyond these that were not made, for no file holds so many. */
  readonly left: number;
  readonly notifications: readonly Notification[];
}

/** Writes as much of `all` as the limits allow, with a notice of what was left out. */
export function writeWithinLimits(all: Content, log: (content: Content) => Log): string {
  for (let share = 1; ; share *= 0.7) {
    const text = `${JSON.stringify(log(portion(all, share)), null, 2)}\n`;
    if (text.length < MAX_GZIP / 4 || gzipSync(text).length <= MAX_GZIP || share < 1e-6) return text;
  }
}

function portion(all: Content, share: number): Content {
  const results = all.results.slice(0, Math.floor(Math.min(all.results.length, MAX_RESULTS) * share));
  const notifications = all.notifications.slice(
    0,
    Math.floor(Math.min(all.notifications.length, MAX_NOTIFICATIONS) * share),
  );
  const rules = rulesFor(all.rules, results);
  const place = new Map(rules.map(({ id }, index) => [id, index]));
  const cuts = [
    ...cutNotice("results", results.length, all.results.length + all.left),
    ...cutNotice("gaps", notifications.length, all.notifications.length),
    ...cutNotice("policies", rules.length, all.rules.length),
  ];
  return {
    rules,
    results: results.map((result) => withIndex(result, place)),
    left: 0,
    notifications: [...cuts, ...notifications],
  };
}

function cutNotice(what: string, kept: number, all: number): Notification[] {
  if (kept >= all) return [];
  const why = "to keep this file within what code scanning accepts; the JSON report holds all of them";
  return [
    notice("report/cut", `${all - kept} of ${all} ${what} were left out, the least severe first, ${why}.`),
  ];
}

function rulesFor(
  rules: readonly ReportingDescriptor[],
  results: readonly Result[],
): readonly ReportingDescriptor[] {
  if (rules.length <= MAX_RULES) return rules;
  const used = new Set(results.map(({ ruleId }) => ruleId));
  const kept = [...rules.filter(({ id }) => used.has(id)), ...rules.filter(({ id }) => !used.has(id))];
  return kept.slice(0, MAX_RULES).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function withIndex(result: Result, place: ReadonlyMap<string, number>): Result {
  const ruleIndex = place.get(result.ruleId ?? "");
  return ruleIndex === undefined ? result : { ...result, ruleIndex };
}
