import { type Decision, decide, type Request } from "./decide.js";
import type { PolicyDocument } from "./document.js";
import type { Holding } from "./holdings.js";

/**
 * Whether somebody may do something by what they hold: their own policies allow it, their boundary and every level of
 * guardrails allow it too, and none denies it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function may(holding: Holding, request: Request): Decision {
  const { own, boundary, guardrails, missing } = holding;
  const parts = [together(own, request), ...guardrails.map((level) => together(level, request))];
  if (boundary !== null) parts.push(decide(boundary, request));
  if (parts.includes("deny")) return "deny";
  // A policy that nobody read may deny, and it may be the one that allows.
  if (missing.length > 0) return parts.slice(1).includes("none") ? "none" : "unknown";
  if (parts.includes("none")) return "none";
  return parts.includes("unknown") ? "unknown" : "allow";
}

/** Several policies of one kind are as one: any may allow, any may deny. */
export function together(documents: readonly PolicyDocument[], request: Request): Decision {
  const decisions = documents.map((document) => decide(document, request));
  if (decisions.includes("deny")) return "deny";
  if (decisions.includes("unknown")) return "unknown";
  return decisions.includes("allow") ? "allow" : "none";
}
