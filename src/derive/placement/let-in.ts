import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** Accounts and organizations that a resource policy lets in, and `all` where it asks nothing of anybody. Sorted. */
export function letIn(policy: unknown): string[] {
  const document = isObject(policy) ? policy : {};
  const found = listOf(document["Statement"])
    .filter(isObject)
    .filter(({ Effect: effect }) => effect === "Allow")
    .flatMap(admitted);
  return [...new Set(found)].sort();
}

/**
 * Of everybody with a condition on organizations or accounts, those; with a condition on something else of who asks it
 * is not told here. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function admitted(statement: JsonObject): string[] {
  const { Principal: principal = null, Condition: condition = null } = statement;
  const names = isObject(principal) ? listOf(principal["AWS"]) : listOf(principal);
  return names.flatMap((name) => {
    if (typeof name !== "string") return [];
    if (name !== "*") return /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1] ?? [];
    const tests = testsOf(condition);
    return tests.every(({ operator, key }) => leavesAnybody(operator, key))
      ? ["all"]
      : tests.flatMap(namedBy);
  });
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Json[];
}

function testsOf(condition: Json): Test[] {
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, values]) => ({
          operator: operator.toLowerCase(),
          key: key.toLowerCase(),
          values: listOf(values),
        }))
      : [],
  );
}

/** Keys that say how something is asked, and nothing of who asks. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const MANNER =
  /^(?:aws:(?:securetransport|requestedregion|currenttime|epochtime|useragent|referer|requesttag\/.*|tagkeys)|s3:.*)$/;
const ABOUT_ACCESS_POINTS = /^s3:dataaccesspoint/;

/** Requests without a key pass a test that ends in IfExists, and one for all values. */
function leavesAnybody(operator: string, key: string): boolean {
  if (MANNER.test(key) && !ABOUT_ACCESS_POINTS.test(key)) return true;
  return WHOSE.has(key) && (operator.endsWith("ifexists") || operator.startsWith("forallvalues:"));
}

const WHOSE: ReadonlySet<string> = new Set([
  "aws:principalorgid",
  "aws:principalaccount",
  "kms:calleraccount",
]);

function namedBy({ operator, key, values }: Test): string[] {
  if (operator.includes("not") || !WHOSE.has(key)) return [];
  return values.filter((value): value is string => typeof value === "string");
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
