import type { Notification, ReportingDescriptor } from "sarif";
import type { Gap, GapReason, PolicyException } from "../../model/index.js";
import { visibleDeep } from "../visible.js";
import { evidenceLocation, origin, physical } from "./locations.js";
import { sentence } from "./message.js";

/** What each reason for a gap means, for people. */
const REASON: Readonly<Record<GapReason, string>> = {
  denied: "The call was denied.",
  throttled: "The call was throttled away.",
  failed: "The call failed.",
  unsupported: "The service or its operation is not supported here.",
  "not-collected": "This was not collected.",
  unrecognized: "The input was not recognized.",
  unparsed: "The input could not be parsed.",
  unmodelled: "The input says something that is not modelled.",
  truncated: "The answer was cut short.",
  dangling: "A reference leads to nothing that was collected.",
  ambiguous: "A reference leads to more than one thing.",
  conflict: "Two sources contradict each other.",
  "policy-stopped": "A policy stopped before it gave a verdict.",
};

const OWN: Readonly<Record<string, string>> = {
  "exception/expired": "An exception has expired and hides nothing any more.",
  "exception/unmatched": "An exception matches no finding.",
  "report/cut": "Something was left out of this file to keep it within the limits of code scanning.",
};

const GAP_HELP =
  "What could not be seen cannot be judged: verdicts that read it stay open. Grant or repair what the message names, then collect again.";

export type OwnNotice = "exception/expired" | "exception/unmatched" | "report/cut";

/** Metadata of every notification that a run may hold, sorted by id. */
export function notificationDescriptors(): ReportingDescriptor[] {
  const gaps = Object.entries(REASON).map(([reason, text]) => [`gap/${reason}`, text] as const);
  return [...gaps, ...Object.entries(OWN)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => ({
      id,
      name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text },
      fullDescription: { text },
      help: { text: id.startsWith("gap/") ? GAP_HELP : text },
    }));
}

/** A gap as a notification at the place where nothing could be seen. */
export function gapNotification(gap: Gap, brought: boolean): Notification {
  const touchesNothing = gap.touches.kinds.length + gap.touches.nodes.length === 0;
  const { account, region, site, kinds, nodes } = gap.touches;
  return {
    descriptor: { id: `gap/${gap.reason}` },
    level: gap.reason === "policy-stopped" ? "error" : touchesNothing ? "note" : "warning",
    message: { text: sentence(gap.message) },
    locations: [
      { physicalLocation: physical(gap.at), properties: origin(gap.at) },
      ...nodes.slice(0, 20).map((node, index) => evidenceLocation({ text: "Touched.", node }, index + 1)),
    ],
    properties: {
      gap: gap.id,
      kinds,
      nodes: nodes.length,
      ...visibleDeep({ account, region, site }),
      ...(brought ? { broughtByTheChange: true } : {}),
    },
  };
}

/** An exception that no longer does anything. */
export function exceptionNotification(exception: PolicyException, kind: OwnNotice): Notification {
  const { policy, subject, owner, ticket, expires, reason } = exception;
  const target = subject === undefined ? policy : `${policy} on ${subject}`;
  const state = kind === "exception/expired" ? `expired after ${expires}` : "matches nothing";
  return notice(kind, `The exception for ${target} ${state}: ${reason} (${owner}, ${ticket}).`);
}

export function notice(kind: OwnNotice, text: string): Notification {
  return { descriptor: { id: kind }, level: "warning", message: { text: sentence(text) } };
}
