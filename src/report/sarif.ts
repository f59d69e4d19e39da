import type { Log, Notification, ReportingDescriptor, Run } from "sarif";
import { type Delta, fingerprint, type Report } from "../model/index.js";
import { severityRank } from "./groups.js";
import { type Content, MAX_RESULTS, writeWithinLimits } from "./sarif/limits.js";
import { exceptionNotification, gapNotification, notificationDescriptors } from "./sarif/notifications.js";
import { passResult } from "./sarif/passes.js";
import { failResult, openResult } from "./sarif/results.js";
import { ruleOf } from "./sarif/rules.js";
import { type Shown, type State, type Stated, shown } from "./states.js";
import { visible, visibleDeep } from "./visible.js";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

export interface SarifOptions {
  /**
   * Leaves out what GitHub would show as an open alert although it is none: GitHub reads neither
   * `kind` nor `suppressions` nor `baselineState`, so undecided, excepted and fixed results would
   * all become alerts. For files that are uploaded to code scanning.
   */
  readonly alertsOnly?: boolean;
  /** Adds one `kind: pass` result for each policy that some subject keeps. */
  readonly passes?: boolean;
  /** First part of `automationDetails.id`: tells uploads for one commit apart. `causeway` if not given. */
  readonly category?: string;
  /** Where people read about the tool. */
  readonly informationUri?: string;
}

/** SARIF 2.1.0 (OASIS), within the limits of GitHub code scanning; the most severe results are kept. */
export function renderSarif(input: Report | Delta, options: SarifOptions = {}): string {
  const view = shown(input);
  const metas = [...view.policies.values()].map(({ meta }) => meta);
  const content: Content = {
    rules: metas.map(ruleOf),
    ...resultsOf(view, options),
    notifications: gapNotifications(view),
  };
  return writeWithinLimits(content, (part) => logOf(view, options, part));
}

function resultsOf(view: Shown, options: SarifOptions): Pick<Content, "results" | "left"> {
  const alertsOnly = options.alertsOnly === true;
  const gaps = new Map([...(view.delta?.before.gaps ?? []), ...view.report.gaps].map((gap) => [gap.id, gap]));
  const fails = ordered(view.findings, ({ item, state }) => {
    return !alertsOnly || (item.exception === undefined && state !== "fixed");
  });
  const open = ordered(alertsOnly ? [] : view.undecided, () => true);
  const passes = options.passes === true && !alertsOnly ? view.report.policies.flatMap(passResult) : [];
  const opened = open.first.map((stated) => openResult(stated, gaps));
  return {
    results: [...fails.first.map(failResult), ...opened, ...passes],
    left: fails.left + open.left,
  };
}

const STATES: readonly State[] = ["introduced", "open", "unchanged", "fixed"];

type Judged = { readonly id: string; readonly policy: string; readonly exception?: unknown } & Pick<
  Report["findings"][number],
  "severity" | "subject"
>;

/** What needs attention first comes first, so that a cut takes what matters least; no more of it than a file may hold. */
function ordered<T extends Judged>(
  items: readonly Stated<T>[],
  wanted: (stated: Stated<T>) => boolean,
): { first: Stated<T>[]; left: number } {
  const places = new Map<number, number[]>();
  let all = 0;
  for (let place = 0; place < items.length; place++) {
    const stated = items[place] as Stated<T>;
    if (!wanted(stated)) continue;
    all++;
    const rank = rankOf(stated);
    const alike = places.get(rank) ?? [];
    places.set(rank, alike);
    if (alike.length < MAX_RESULTS) alike.push(place);
  }
  const foremost = [...places].sort(([a], [b]) => a - b).flatMap(([, alike]) => alike);
  const first = foremost.slice(0, MAX_RESULTS).map((place) => items[place] as Stated<T>);
  return { first: first.sort(inOrder), left: all - first.length };
}

/** Items come with the worst first, by policy and subject, within one state and with or without exceptions. */
function rankOf({ item, state }: Stated<Judged>): number {
  const standing = state === "fixed" ? 100 : item.exception === undefined ? 0 : 50;
  return (standing + severityRank(item.severity)) * STATES.length + STATES.indexOf(state);
}

function inOrder(a: Stated<Judged>, b: Stated<Judged>): number {
  const name = ({ item }: Stated<Judged>) => [item.policy, item.subject.id, item.id];
  return (
    rankOf(a) - rankOf(b) ||
    name(a).reduce(
      (order, part, index) =>
        order || (part < (name(b)[index] ?? "") ? -1 : +(part > (name(b)[index] ?? ""))),
      0,
    )
  );
}

function gapNotifications({ report, delta }: Shown): Notification[] {
  const brought = new Set(delta?.gaps.map(({ id }) => id));
  const weight = (level: Notification.level | undefined) =>
    ["error", "warning", "note"].indexOf(level ?? "note");
  return report.gaps
    .map((gap) => gapNotification(gap, brought.has(gap.id)))
    .sort((a, b) => weight(a.level) - weight(b.level));
}

function logOf(view: Shown, options: SarifOptions, content: Content): Log {
  return { $schema: SCHEMA, version: "2.1.0", runs: [runOf(view, options, content)] };
}

function runOf(view: Shown, options: SarifOptions, content: Content): Run {
  const { report, delta } = view;
  const { expired, unmatched } = report.exceptions;
  const category = (options.category ?? "causeway").replace(/\/+$/, "");
  const part = delta === undefined ? "estate" : "change";
  return {
    tool: { driver: driverOf(report, options, content.rules) },
    automationDetails: { id: `${category}/${part}/${visible(report.input.snapshot)}`, guid: guidOf(report) },
    ...(delta === undefined ? {} : { baselineGuid: guidOf(delta.before) }),
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: !report.gaps.some(({ reason }) => reason === "policy-stopped"),
        toolExecutionNotifications: [...content.notifications],
        toolConfigurationNotifications: [
          ...expired.map((exception) => exceptionNotification(exception, "exception/expired")),
          ...unmatched.map((exception) => exceptionNotification(exception, "exception/unmatched")),
        ],
      },
    ],
    results: [...content.results],
    properties: { input: visibleDeep(report.input), estate: visibleDeep(report.estate) },
  };
}

function driverOf(report: Report, options: SarifOptions, rules: readonly ReportingDescriptor[]) {
  const { informationUri } = options;
  return {
    name: "Causeway",
    version: report.tool.version,
    semanticVersion: report.tool.version,
    ...(informationUri === undefined ? {} : { informationUri }),
    rules: [...rules],
    notifications: notificationDescriptors(),
  };
}

/** The run's identity as a UUID: made from what was judged by what, so the same input has the same one. */
function guidOf({ tool, input }: Report): string {
  const hex = fingerprint(["run", tool.version, input]);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
