import type { Context } from "../decide.js";
import type { PolicyDocument, Statement } from "../document.js";
import { mayAllow, speaksOf } from "../listed-actions.js";
import { allowedBy, type Held, statementsOn, withinBounds } from "./allowed.js";
import type { Caller } from "./callers.js";
import type { DoorKind } from "./doors.js";
import { better, GRANTED, type Grant, joined } from "./grant.js";

/** Principals of one account that may do the same about one kind of door. */
export interface Class {
  readonly vertex: number;
  readonly kind: DoorKind;
  readonly account: string;
  readonly held: Held;
  /** What creating something takes; sure and without demands where nothing is created. */
  readonly creating: Grant;
  /** Policies that let it, for traces. */
  readonly policy: string | null;
  /** What is known of requests of its members. */
  readonly context: Context;
}

/** What of a caller's policies speaks of a kind of door; null: nothing does, and nothing is hidden. */
export function heldFor(
  caller: Caller,
  kind: DoorKind,
): { held: Held; key: string; policy: string | null } | null {
  const { own, names, boundary, guardrails, missing } = caller.holding;
  // Most policies speak of no door.
  if (missing.length === 0 && !own.some((document) => mayAllow(document, kind.action))) return null;
  const actions = [kind.action, ...kind.creating.map(({ action }) => action)];
  const said = own.flatMap((document, index) => (speaksOf(document, actions) ? [index] : []));
  const documents = said.map((index) => own[index] as PolicyDocument);
  const allows = documents.filter((document) => mayAllow(document, kind.action));
  const held = { own: documents, boundary, guardrails, missing: missing.length > 0 };
  const ids = [...documents, ...(boundary === null ? [] : ["/", boundary]), ...guardrails.flat()];
  const [whose] = allows;
  const first = whose === undefined ? -1 : own.indexOf(whose);
  const key = `${ids.map(idOf).join(",")} ${names[first] ?? ""} ${held.missing}${personal(held, actions) ? caller.arn : ""}`;
  return { held, key, policy: names[first] ?? null };
}

const IDS = new WeakMap<PolicyDocument, number>();
let last = 0;

/** Documents that are read once are one object: a number is their name while a scan runs. */
function idOf(document: PolicyDocument | string): number | string {
  if (typeof document === "string") return document;
  const known = IDS.get(document);
  if (known !== undefined) return known;
  IDS.set(document, ++last);
  return last;
}

const ABOUT_CALLER = /^aws:(?:principalarn|principaltype|username|userid|principaltag\/.*)$/;

/** What it says depends on who of the account asks. */
function personal({ own, boundary, guardrails }: Held, actions: readonly string[]): boolean {
  const documents = [...own, ...(boundary === null ? [] : [boundary]), ...guardrails.flat()];
  return documents.some((document) =>
    actions.some((action) => statementsOn(document, action).some(speaksOfCaller)),
  );
}

function speaksOfCaller({ conditions, resources, variables }: Statement): boolean {
  if (conditions.some(({ key }) => ABOUT_CALLER.test(key))) return true;
  const texts = [...(resources?.texts ?? []), ...conditions.flatMap(({ values }) => values)];
  return variables && texts.some((text) => text.includes("${"));
}

/** Whether something new can be made that a role is given to; null: it cannot. */
export function creates(
  kind: DoorKind,
  held: Held,
  { account, context }: { account: string; context: Context },
): Grant | null {
  if (kind.creating.length === 0) return GRANTED;
  let best: Grant | null = null;
  for (const { action, resource } of kind.creating) {
    const [service, region, ...name] = resource.split(":");
    const arn = `arn:aws:${service}:${region}:${account}:${name.join(":")}`;
    best = better(best, allowedBy(held, { action, resource: arn, context }));
  }
  return best;
}

/** Whether members may do it to everything, for sure. */
export function toAll({ kind, held, creating, context }: Class): Grant | null {
  const grant = allowedBy(held, { action: kind.action, resource: null, context });
  return grant?.sure === true ? joined(creating, grant) : null;
}

/** Whether members may do it to one thing. */
export function toOne({ kind, held, creating, context }: Class, resource: string): Grant | null {
  const grant = allowedBy(held, { action: kind.action, resource, context });
  return grant === null ? null : joined(creating, grant);
}

/**
 * The statements that let members, where each decides for itself: none denies, and nothing bounds them. Null: they
 * decide together.
 */
export function alone({ kind, held, context }: Class): readonly Statement[] | null {
  const { own, boundary, guardrails, missing } = held;
  if (missing || own.some(({ problems }) => problems.length > 0)) return null;
  const bounds = { own: [], boundary, guardrails, missing: false };
  const free = withinBounds(bounds, { action: kind.action, resource: null, context });
  if (free === null || !free.sure || free.asks.length > 0) return null;
  const statements = own.flatMap((document) => statementsOn(document, kind.action));
  return statements.every((each) => each.effect === "Allow" && !speaksOfCaller(each)) ? statements : null;
}

/** The texts of resources that members may mean; null: anything. */
export function meant({ held, kind }: Class): readonly string[] | null {
  const texts: string[] = [];
  for (const document of held.own) {
    if (document.problems.length > 0) return null;
    for (const { effect, resources } of statementsOn(document, kind.action)) {
      if (effect !== "Allow") continue;
      if (resources === null || resources.not) return null;
      texts.push(...resources.texts);
    }
  }
  return held.missing ? null : texts;
}
