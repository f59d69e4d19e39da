import type { Admitted } from "../admitted.js";
import type { Condition } from "../condition.js";
import { type Context, holds } from "../decide.js";
import type { Statement } from "../document.js";

/** That something can be done: for sure or not, and what the caller has to bring. */
export interface Grant {
  readonly sure: boolean;
  /** Keys of the request, in lower case, sorted. */
  readonly asks: readonly string[];
}

export const GRANTED: Grant = { sure: true, asks: [] };
export const PERHAPS: Grant = { sure: false, asks: [] };

/**
 * Keys that whoever asks chooses, or that a person can bring about: a condition on them is no wall but a demand.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const CHOSEN =
  /^(?:sts:(?:externalid|rolesessionname|sourceidentity|transitivetagkeys|durationseconds)|aws:(?:requesttag\/.*|tagkeys|multifactorauthpresent|multifactorauthage|securetransport|requestedregion|useragent|referer|tokenissuetime|sourceidentity)|saml:.*|[^/]*\..*:.*)$/;

function isChosen(key: string): boolean {
  return CHOSEN.test(key);
}

export function joined(a: Grant, b: Grant): Grant {
  if (a === GRANTED) return b;
  if (b === GRANTED) return a;
  return { sure: a.sure && b.sure, asks: [...new Set([...a.asks, ...b.asks])].sort() };
}

/** Whichever asks for less: a sure one before one that is not. */
export function better(a: Grant | null, b: Grant | null): Grant | null {
  if (a === null || b === null) return a ?? b;
  if (a.sure !== b.sure) return a.sure ? a : b;
  return b.asks.length < a.asks.length ? b : a;
}

/** Whether conditions of a statement that allows can be met; null: they cannot. */
export function met(statement: Statement, context: Context): Grant | null {
  let grant = GRANTED;
  for (const condition of statement.conditions) {
    const answer = holds(condition, statement, context);
    if (answer === false) return null;
    if (answer === null) grant = joined(grant, demand(condition));
  }
  return grant;
}

/** What a statement that denies leaves; null: it denies for sure. */
export function spared(statement: Statement, context: Context): Grant | null {
  const open: Condition[] = [];
  for (const condition of statement.conditions) {
    const answer = holds(condition, statement, context);
    if (answer === false) return GRANTED;
    if (answer === null) open.push(condition);
  }
  // It is enough to keep one of them from holding.
  return open.reduce<Grant | null>((best, each) => better(best, demand(each)), null);
}

function demand({ key }: Condition): Grant {
  return isChosen(key) ? { sure: true, asks: [key] } : PERHAPS;
}

/** Whether what a trust policy asks of requests can be met; null: it cannot. */
export function admits(
  keys: ReadonlyMap<string, Admitted>,
  context: Context,
  chosen: (key: string) => boolean = isChosen,
): Grant | null {
  let grant = GRANTED;
  for (const [key, admitted] of keys) {
    const one = admitsKey(admitted, context(key), { key, brought: chosen(key) || isChosen(key) });
    if (one === null) return null;
    grant = joined(grant, one);
  }
  return grant;
}

function admitsKey(
  admitted: Admitted,
  told: ReturnType<Context>,
  { key, brought }: { key: string; brought: boolean },
): Grant | null {
  const { absent, values, some, exact } = admitted;
  if (told === undefined) {
    if (brought) return absent && values.isAll() ? GRANTED : { sure: true, asks: [key] };
    return absent && exact && some.length === 0 && values.isAll() ? GRANTED : PERHAPS;
  }
  if (told === null || told.length === 0) return absent ? GRANTED : null;
  const held = told.every((value) => values.has(value)) && some.every((set) => told.some((v) => set.has(v)));
  return held ? (exact ? GRANTED : PERHAPS) : null;
}
