import type { Result } from "sarif";
import type { Finding, Gap, NodeRef, Undecided } from "../../model/index.js";
import type { State, Stated } from "../states.js";
import { cut, visible } from "../visible.js";
import { reopenedText } from "../words.js";
import { LEVEL, SECURITY_SEVERITY } from "./levels.js";
import { evidenceLocation, nodeLocation } from "./locations.js";
import { sentence } from "./message.js";

// GitHub refuses a result with more than 1 000 locations; one is the place of the finding itself.
const MAX_RELATED = 999;
const MAX_KEY = 512;
const GAPS_QUOTED = 3;

const BASELINE: Readonly<Record<State, Result.baselineState | undefined>> = {
  open: undefined,
  introduced: "new",
  unchanged: "unchanged",
  fixed: "absent",
};

/** A finding as a SARIF result; the place of the cause comes first, because that is what to change. */
export function failResult({ item, state }: Stated<Finding>): Result {
  const { cause, subject, evidence, state: seen } = item;
  const elsewhere = cause.id !== subject.id;
  const mend = elsewhere ? ` Mend it at ${sentence(cause.label || cause.id)}` : "";
  const related = elsewhere ? [{ id: 0, message: { text: "Affected." }, ...nodeLocation(subject) }] : [];
  const room = MAX_RELATED - related.length;
  const shown = evidence.slice(0, room).map((step, index) => evidenceLocation(step, index + 1));
  return {
    ...identity(item, state),
    kind: "fail",
    level: LEVEL[item.severity],
    message: { text: `${sentence(item.message)}${mend}` },
    locations: [nodeLocation(cause)],
    ...(related.length + shown.length === 0 ? {} : { relatedLocations: [...related, ...shown] }),
    ...suppressed(item),
    properties: {
      ...placeOf(subject),
      severity: item.severity,
      ...securityOf(item.severity),
      key: cut(visible(item.key), MAX_KEY),
      state: visible(seen),
      cause: cut(visible(cause.id), MAX_KEY),
      ...(evidence.length > room ? { evidenceLeftOut: evidence.length - room } : {}),
    },
  };
}

/** A subject that could not be judged: `kind: open`, which SARIF pairs with the level `none` (§3.27.10). */
export function openResult({ item, state }: Stated<Undecided>, gaps: ReadonlyMap<string, Gap>): Result {
  const why = item.gaps.slice(0, GAPS_QUOTED).map((id) => sentence(gaps.get(id)?.message ?? `gap ${id}`));
  const more = item.gaps.length - why.length;
  return {
    ...identity(item, state),
    kind: "open",
    level: "none",
    message: {
      text: [
        sentence(`${item.subject.label || item.subject.id} could not be judged`),
        ...why,
        ...(more > 0 ? [`And ${more} more gaps.`] : []),
      ].join(" "),
    },
    locations: [nodeLocation(item.subject)],
    properties: { ...placeOf(item.subject), severity: item.severity, gaps: item.gaps.slice(0, MAX_RELATED) },
  };
}

/**
 * GitHub tells alerts apart by `primaryLocationLineHash` alone; others may use our own versioned name.
 * Both are the finding's id, so a result stays itself when lines move.
 */
function identity(item: Finding | Undecided, state: State): Pick<Result, "ruleId" | "partialFingerprints"> {
  const baselineState = BASELINE[state];
  const id = visible(item.id);
  return {
    ruleId: visible(item.policy),
    partialFingerprints: { "causeway/v1": id, primaryLocationLineHash: `${id}:1` },
    ...(baselineState === undefined ? {} : { baselineState }),
  };
}

/** A finding may be more or less severe than its rule; GitHub reads the rule's, other tools the result's own. */
function securityOf(severity: Finding["severity"]): Record<string, string> {
  const security = SECURITY_SEVERITY[severity];
  return security === undefined ? {} : { "security-severity": security };
}

/** A result whose suppressions were rejected is not suppressed (§3.27.23, §3.35.3). */
function suppressed({ exception, reopened }: Finding): Pick<Result, "suppressions"> {
  const told = exception ?? reopened;
  if (told === undefined) return {};
  const { owner, reason, ticket, expires, state } = told;
  const justification =
    exception === undefined ? reopenedText(told) : `${reason} (${owner}, ${ticket}, until ${expires})`;
  return {
    suppressions: [
      {
        kind: "external",
        status: exception === undefined ? "rejected" : "accepted",
        justification: sentence(justification),
        properties: {
          ...{ owner: visible(owner), ticket: visible(ticket), expires },
          ...(state === undefined ? {} : { state }),
        },
      },
    ],
  };
}

function placeOf(subject: NodeRef): Record<string, string> {
  const { account, region, site } = subject.scope;
  const members = { subject: subject.id, subjectKind: subject.kind, account, region, site };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, cut(visible(value), MAX_KEY)]],
    ),
  );
}
