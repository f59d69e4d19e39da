import type { Context } from "../decide.js";
import type { PolicyDocument, Statement } from "../document.js";
import { listsAction } from "../listed-actions.js";
import { resourcesOf } from "../resource-pattern.js";
import { replaced } from "../value.js";
import { better, GRANTED, type Grant, joined, met, PERHAPS, spared } from "./grant.js";

/** What decides, its documents cut down to those that speak of the actions in question. */
export interface Held {
  readonly own: readonly PolicyDocument[];
  readonly boundary: PolicyDocument | null;
  readonly guardrails: readonly (readonly PolicyDocument[])[];
  /** Something of it was not read. */
  readonly missing: boolean;
}

export interface Wanted {
  readonly action: string;
  /** null: whatever it is done to. */
  readonly resource: string | null;
  readonly context: Context;
}

const STATEMENTS = new WeakMap<PolicyDocument, Map<string, readonly Statement[]>>();

/** Of so few it costs less to look at them than to remember what was found. */
const FEW = 4;
const NONE: readonly Statement[] = [];

/** The statements of a document that list an action. */
export function statementsOn(document: PolicyDocument, action: string): readonly Statement[] {
  if (document.statements.length <= FEW) {
    const here = document.statements.filter(({ actions }) => listsAction(actions, action));
    return here.length === 0 ? NONE : here;
  }
  const byAction = STATEMENTS.get(document) ?? new Map<string, readonly Statement[]>();
  STATEMENTS.set(document, byAction);
  const known = byAction.get(action);
  if (known !== undefined) return known;
  const found = document.statements.filter(({ actions }) => listsAction(actions, action));
  byAction.set(action, found);
  return found;
}

/**
 * Whether policies of an identity together let it do something; null: they do not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function allowedBy(held: Held, wanted: Wanted): Grant | null {
  const own = allowedIn(held.own, wanted) ?? (held.missing ? notDenied(held.own, wanted) && PERHAPS : null);
  const rest = own === null ? null : withinBounds(held, wanted);
  return own === null || rest === null ? null : joined(held.missing ? joined(own, PERHAPS) : own, rest);
}

/**
 * The same where the resource itself names the identity, in one account: its own policies need not allow it, and may
 * deny it; boundaries hold roles back, not users.
 */
export function sparedBy(held: Held, wanted: Wanted, user: boolean): Grant | null {
  const own = notDenied(held.own, wanted);
  const boundary = held.boundary === null ? GRANTED : (user ? notDenied : allowedIn)([held.boundary], wanted);
  const rails = levels(held, wanted);
  if (own === null || boundary === null || rails === null) return null;
  const all = joined(own, joined(boundary, rails));
  return held.missing ? joined(all, PERHAPS) : all;
}

/** What boundary and guardrails leave of what is allowed. */
export function withinBounds(held: Held, wanted: Wanted): Grant | null {
  const boundary = held.boundary === null ? GRANTED : allowedIn([held.boundary], wanted);
  const rails = boundary === null ? null : levels(held, wanted);
  return boundary === null || rails === null ? null : joined(boundary, rails);
}

/** Every level has to allow it. */
function levels({ guardrails }: Held, wanted: Wanted): Grant | null {
  let grant: Grant | null = GRANTED;
  for (const level of guardrails) {
    const one: Grant | null = allowedIn(level, wanted);
    if (one === null) return null;
    grant = joined(grant, one);
  }
  return grant;
}

function allowedIn(documents: readonly PolicyDocument[], wanted: Wanted): Grant | null {
  let best: Grant | null = null;
  for (const document of documents) {
    for (const statement of statementsOn(document, wanted.action)) {
      if (statement.effect !== "Allow") continue;
      const covered = covers(statement, wanted);
      const grant = covered === null ? null : met(statement, wanted.context);
      if (grant !== null) best = better(best, joined(grant, covered as Grant));
    }
    if (document.problems.length > 0) best = better(best, PERHAPS);
  }
  const left = best === null ? null : notDenied(documents, wanted);
  return best === null || left === null ? null : joined(best, left);
}

/** What statements that deny leave; null: nothing. */
export function notDenied(documents: readonly PolicyDocument[], wanted: Wanted): Grant | null {
  let grant: Grant | null = GRANTED;
  for (const document of documents) {
    if (document.problems.length > 0) grant = joined(grant, PERHAPS);
    for (const statement of statementsOn(document, wanted.action)) {
      if (statement.effect !== "Deny") continue;
      const covered = covers(statement, wanted);
      if (covered === null) continue;
      const left: Grant | null = covered.sure ? spared(statement, wanted.context) : PERHAPS;
      if (left === null) return null;
      grant = joined(grant, left);
    }
  }
  return grant;
}

/** Whether a statement speaks of the resource; null: it does not. Of any resource: whether it speaks of all. */
export function covers(statement: Statement, { resource, context }: Wanted): Grant | null {
  const { resources, variables } = statement;
  if (resources === null || (!resources.not && resources.texts.includes("*"))) return GRANTED;
  // Of all resources something that is said of some: it denies some, and allows not all.
  if (resource === null) return statement.effect === "Deny" ? PERHAPS : null;
  let open = false;
  for (const text of resources.texts) {
    const value = replaced(text, variables ? onlyOne(context) : null);
    if (value === null || !resourcesOf(value.text, value.escaped).has(resource)) continue;
    if (!value.open) return resources.not ? null : GRANTED;
    open = true;
  }
  return open ? PERHAPS : resources.not ? GRANTED : null;
}

function onlyOne(context: Context) {
  return (key: string) => {
    const told = context(key);
    return told === undefined || told === null ? told : told.length === 1 ? told[0] : null;
  };
}
