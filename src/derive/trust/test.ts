import { AddressSet, parseRange } from "../../net/index.js";
import type { Condition } from "./condition.js";
import { addressesOf, matchedBy } from "./matches.js";
import type { VariableOf } from "./value.js";

type Test = (value: string) => boolean | null;
type Number_ = (text: string) => number | null;

/** Whether a value of the request matches one of a condition's, before its negation; null: not known. */
export function testOf(condition: Condition, variableOf: VariableOf | null): Test {
  switch (condition.comparison) {
    case "numeric":
      return ordered(condition, numberOf);
    case "date":
      return ordered(condition, dateOf);
    case "address":
      return within(condition);
    case "binary":
      return (value) => condition.values.includes(value);
    default:
      return matching(condition, variableOf);
  }
}

function matching(condition: Condition, variableOf: VariableOf | null): Test {
  const matched = matchedBy(condition, variableOf);
  if (matched === null) return () => null;
  return (value) => (matched.language.has(value) ? (matched.open ? null : true) : false);
}

function ordered({ values, test }: Condition, read: Number_): Test {
  const bounds = values.map(read);
  return (text) => {
    const value = read(text);
    // A value that is no number matches none.
    if (value === null) return false;
    return bounds.some((bound) => bound !== null && compare(value, bound, test));
  };
}

function compare(value: number, bound: number, test: string): boolean {
  if (test === "less") return value < bound;
  if (test === "less-or-equal") return value <= bound;
  if (test === "greater") return value > bound;
  return test === "greater-or-equal" ? value >= bound : value === bound;
}

function numberOf(text: string): number | null {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : null;
}

/** A time of ISO 8601 (as W3C profiles it), or seconds since 1970. */
function dateOf(text: string): number | null {
  if (/^\d+$/.test(text) && text.length > 4) return Number(text) * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

function within(condition: Condition): Test {
  const block = addressesOf(condition);
  return (text) => {
    const range = parseRange(text);
    if (range === null) return false;
    return block === null ? null : AddressSet.ofRange(range).difference(block).isEmpty();
  };
}
