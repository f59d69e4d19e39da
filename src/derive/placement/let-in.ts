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
 * Of everybody with a condition on the organization, that organization; with any other condition it is not told here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function admitted(statement: JsonObject): string[] {
  const { Principal: principal = null, Condition: condition = null } = statement;
  const names = isObject(principal) ? listOf(principal["AWS"]) : listOf(principal);
  return names.flatMap((name) => {
    if (typeof name !== "string") return [];
    if (name !== "*") return /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1] ?? [];
    return isObject(condition) && Object.keys(condition).length > 0 ? organizations(condition) : ["all"];
  });
}

function organizations(condition: JsonObject): string[] {
  return Object.entries(condition).flatMap(([operator, tests]) =>
    /not/i.test(operator) || !isObject(tests)
      ? []
      : Object.entries(tests).flatMap(([key, values]) =>
          key.toLowerCase() === "aws:principalorgid"
            ? listOf(values).filter((value): value is string => typeof value === "string")
            : [],
        ),
  );
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
