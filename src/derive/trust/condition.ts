import { isObject, type Json } from "../../model/index.js";

/** What kind of comparison an operator makes. */
export type Comparison = "string" | "numeric" | "date" | "bool" | "binary" | "address" | "arn" | "null";

/** One operator on one key: any of its values is enough, of a negated one none may match. */
export interface Condition {
  /** As written, e.g. `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly comparison: Comparison;
  /** `equals`, `like`, `less`, …: what the comparison asks, without its negation. */
  readonly test: string;
  readonly negated: boolean;
  readonly ignoresCase: boolean;
  readonly ifExists: boolean;
  readonly quantifier: "all" | "any" | null;
  /** Lower case: names of keys, and of the tags in them, are compared without it. */
  readonly key: string;
  readonly values: readonly string[];
}

type Row = readonly [Comparison, string, boolean?, boolean?];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: ReadonlyMap<string, Row> = new Map<string, Row>([
  ["stringequals", ["string", "equals"]],
  ["stringnotequals", ["string", "equals", true]],
  ["stringequalsignorecase", ["string", "equals", false, true]],
  ["stringnotequalsignorecase", ["string", "equals", true, true]],
  ["stringlike", ["string", "like"]],
  ["stringnotlike", ["string", "like", true]],
  ["numericequals", ["numeric", "equals"]],
  ["numericnotequals", ["numeric", "equals", true]],
  ["numericlessthan", ["numeric", "less"]],
  ["numericlessthanequals", ["numeric", "less-or-equal"]],
  ["numericgreaterthan", ["numeric", "greater"]],
  ["numericgreaterthanequals", ["numeric", "greater-or-equal"]],
  ["dateequals", ["date", "equals"]],
  ["datenotequals", ["date", "equals", true]],
  ["datelessthan", ["date", "less"]],
  ["datelessthanequals", ["date", "less-or-equal"]],
  ["dategreaterthan", ["date", "greater"]],
  ["dategreaterthanequals", ["date", "greater-or-equal"]],
  ["bool", ["bool", "equals"]],
  ["binaryequals", ["binary", "equals"]],
  ["ipaddress", ["address", "within"]],
  ["notipaddress", ["address", "within", true]],
  // Both compare with wildcards: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
  ["arnequals", ["arn", "like"]],
  ["arnnotequals", ["arn", "like", true]],
  ["arnlike", ["arn", "like"]],
  ["arnnotlike", ["arn", "like", true]],
  ["null", ["null", "absent"]],
]);

/** The condition block of a statement; a text says why it cannot be read. */
export function conditionsOf(block: Json | undefined): readonly Condition[] | string {
  if (block === undefined) return [];
  if (!isObject(block)) return "its condition is no object";
  const found: Condition[] = [];
  for (const [operator, keys] of Object.entries(block)) {
    const parsed = operatorOf(operator);
    if (parsed === null) return `there is no operator ${JSON.stringify(operator)}`;
    if (!isObject(keys)) return `${operator} lists no keys`;
    for (const [key, value] of Object.entries(keys)) {
      const values = valuesOf(value);
      if (values === null) return `${operator} of ${key} has a value that is no text`;
      found.push({ ...parsed, key: key.toLowerCase(), values });
    }
  }
  return found;
}

function operatorOf(operator: string): Omit<Condition, "key" | "values"> | null {
  const [, prefix, name = "", ifExists] =
    /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(operator.toLowerCase()) ?? [];
  const row = OPERATORS.get(name);
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
  if (row === undefined || (row[0] === "null" && ifExists !== undefined)) return null;
  const [comparison, test, negated = false, ignoresCase = false] = row;
  return {
    ...{ operator, comparison, test, negated, ignoresCase },
    ifExists: ifExists !== undefined,
    quantifier: prefix === undefined ? null : prefix === "forallvalues" ? "all" : "any",
  };
}

function valuesOf(value: Json): readonly string[] | null {
  const list = Array.isArray(value) ? value : [value];
  const plain = list.every((each) => ["string", "number", "boolean"].includes(typeof each));
  return plain ? list.map(String) : null;
}
