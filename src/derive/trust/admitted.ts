import type { Condition } from "./condition.js";
import { Language, TooManyStates } from "./language/language.js";
import { matchedBy } from "./matches.js";

/** What a key of the request may hold so that conditions are met. */
export interface Admitted {
  /** The request may lack the key. */
  readonly absent: boolean;
  /** Its value is one of these; of a key with several values each of them. */
  readonly values: Language;
  /** Of a key with several values: of each of these at least one. */
  readonly some: readonly Language[];
  /** False: fewer values may meet the conditions, never more. */
  readonly exact: boolean;
  /** The conditions that say so. */
  readonly stated: readonly Condition[];
}

export const FREE: Admitted = { absent: true, values: Language.ALL, some: [], exact: true, stated: [] };

/** Keys that hold several values. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const SEVERAL =
  /^(?:aws:(?:tagkeys|calledvia|principalorgpaths|sourceorgpaths|resourceorgpaths|principalservicenameslist)|sts:transitivetagkeys|saml:(?:edu.*|.*affiliation)|.*:amr)$/;

/** What a key may hold where a condition is met. */
export function required(condition: Condition, variables: boolean): Admitted {
  const { met, absent, exact } = reading(condition, variables);
  const base = { absent, exact, stated: [condition] };
  if (condition.quantifier === "any" && SEVERAL.test(condition.key))
    return { ...base, values: Language.ALL, some: [met] };
  return { ...base, values: met, some: [] };
}

/** What a key may hold where a condition is not met. */
export function refused(condition: Condition, variables: boolean): Admitted {
  const { met, absent, exact } = reading(condition, variables);
  const others = exact ? met.complement() : Language.ALL;
  const base = { absent: !absent, exact, stated: [condition] };
  if (condition.quantifier === "all" && SEVERAL.test(condition.key))
    return { ...base, values: Language.ALL, some: [others] };
  return { ...base, values: others, some: [] };
}

export function both(a: Admitted, b: Admitted): Admitted {
  return {
    absent: a.absent && b.absent,
    values: a.values.and(b.values),
    some: [...a.some, ...b.some],
    exact: a.exact && b.exact,
    stated: [...a.stated, ...b.stated],
  };
}

/** Whether some request meets it. What takes too many states to know may be met. */
export function isPossible({ absent, values, some }: Admitted): boolean {
  if (absent) return true;
  try {
    if (values.isEmpty()) return false;
    return some.every((each) => !values.and(each).isEmpty());
  } catch (error) {
    if (error instanceof TooManyStates) return true;
    throw error;
  }
}

interface Reading {
  /** Values that meet the condition, or more than these where it is not exact. */
  readonly met: Language;
  /** A request without the key meets it. */
  readonly absent: boolean;
  readonly exact: boolean;
}

function reading(condition: Condition, variables: boolean): Reading {
  const { comparison, negated, ifExists, quantifier, values } = condition;
  if (comparison === "null") {
    const asks = new Set(values.map((value) => value.toLowerCase()));
    return { met: asks.has("false") ? Language.ALL : Language.NONE, absent: asks.has("true"), exact: true };
  }
  const absent = ifExists || quantifier === "all" || (negated && quantifier !== "any");
  const matched = matchedBy(condition, variables ? UNKNOWN : null);
  // Numbers, dates and addresses are no sets of texts.
  if (matched === null) return { met: Language.ALL, absent, exact: false };
  if (!negated) return { met: matched.language, absent, exact: !matched.open };
  return matched.open
    ? { met: Language.ALL, absent, exact: false }
    : { met: matched.language.complement(), absent, exact: true };
}

const UNKNOWN = () => undefined;
