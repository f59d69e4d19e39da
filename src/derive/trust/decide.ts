import type { Condition } from "./condition.js";
import type { PolicyDocument, Statement } from "./document.js";
import { listsAction } from "./listed-actions.js";
import { covers, type Party, partyOf } from "./party.js";
import { resourcesOf } from "./resource-pattern.js";
import { testOf } from "./test.js";
import { replaced } from "./value.js";

/** Yes, no, or null: it depends on what is not known. */
export type Answer = boolean | null;

/** Gives the values of a key of the request, in lower case; null: it has no such key; undefined: not known. */
export type Context = (key: string) => readonly string[] | null | undefined;

export interface Request {
  /** `service:Operation`. */
  readonly action: string;
  /** An ARN, or `*`; absent where the policy itself belongs to the resource. */
  readonly resource?: string;
  /** Who asks; absent where the policy belongs to them. */
  readonly party?: Party;
  readonly context: Context;
  /** What is asked is whether some request of the kind is allowed: denials under conditions leave others. */
  readonly some?: true;
}

/** `deny`: by a statement; `none`: nothing allows it; `unknown`: it depends on what is not known. */
export type Decision = "allow" | "deny" | "none" | "unknown";

/** What one document decides of one request. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function decide({ statements, problems }: PolicyDocument, request: Request): Decision {
  const of = (effect: Statement["effect"]) =>
    anyOf(statements.filter((one) => one.effect === effect).map((one) => applies(one, request)));
  const denied = of("Deny");
  if (denied === true) return "deny";
  // A statement that cannot be read may deny.
  if (problems.length > 0) return "unknown";
  const allowed = of("Allow");
  if (allowed === false) return "none";
  return allowed === true && (denied === false || request.some === true) ? "allow" : "unknown";
}

/** Whether a statement speaks of a request. */
export function applies(statement: Statement, request: Request): Answer {
  const { action, resource, party, context } = request;
  if (!listsAction(statement.actions, action)) return false;
  const parts: Answer[] = [];
  if (resource !== undefined && statement.resources !== null)
    parts.push(listsResource(statement, { resource, context }));
  if (party !== undefined && statement.named !== null) parts.push(names(statement, party));
  if (parts.includes(false)) return false;
  return allOf([...parts, ...statement.conditions.map((each) => holds(each, statement, context))]);
}

function listsResource(
  { resources, variables }: Statement,
  { resource, context }: { resource: string; context: Context },
): Answer {
  if (resources === null) return true;
  const listed = anyOf(
    resources.texts.map((text) => {
      const value = replaced(text, variables ? variableIn(context) : null);
      if (value === null || !resourcesOf(value.text, value.escaped).has(resource)) return false;
      return value.open ? null : true;
    }),
  );
  return listed === null ? null : listed !== resources.not;
}

/** Whether a statement of a resource's policy names somebody. */
export function names({ named }: Statement, party: Party): Answer {
  if (named === null) return true;
  const listed = anyOf(named.principals.map(({ kind, name }) => covers(partyOf(kind, name), party)));
  return listed === null ? null : listed !== named.not;
}

/** Whether one condition holds. A missing key matches nothing, and so does not match what is negated. */
export function holds(condition: Condition, { variables }: Statement, context: Context): Answer {
  const { comparison, negated, ifExists, quantifier, values } = condition;
  const told = context(condition.key);
  if (comparison === "null") {
    if (told === undefined) return null;
    return values.some((value) => value.toLowerCase() === String(told === null));
  }
  if (told === undefined) return null;
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  if (told === null || told.length === 0)
    return ifExists || quantifier === "all" || (negated && quantifier !== "any");
  const test = testOf(condition, variables ? variableIn(context) : null);
  const each = told.map((value) => {
    const answer = test(value);
    return answer === null ? null : answer !== negated;
  });
  return quantifier === "any" || (quantifier === null && !negated) ? anyOf(each) : allOf(each);
}

/** Variables are replaced by keys that have one value. */
function variableIn(context: Context) {
  return (key: string): string | null | undefined => {
    const told = context(key);
    if (told === undefined || told === null) return told;
    const [only] = told;
    return told.length === 1 ? only : null;
  };
}

export function anyOf(answers: readonly Answer[]): Answer {
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

export function allOf(answers: readonly Answer[]): Answer {
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
}
