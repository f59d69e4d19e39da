import { type ParseError, parse } from "jsonc-parser";
import { InputError, isObject, type Json, type JsonObject } from "../../model/index.js";
import { deepest, itemLines } from "./places.js";

/** What a plan means to do with one resource: `resource_changes[]` of the JSON output format. */
export interface ResourceChange {
  readonly address: string;
  readonly moduleAddress: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  /** Key of `for_each`, number of `count`; null without either. */
  readonly index: string | number | null;
  readonly actions: readonly string[];
  readonly before: Json;
  readonly after: Json;
  readonly afterUnknown: Json;
  readonly beforeSensitive: Json;
  readonly afterSensitive: Json;
  /** A leftover of an earlier replacement, which this plan destroys. */
  readonly deposed: boolean;
  /** Line of the entry in the plan. */
  readonly line: number;
}

/** The parts of a plan that are read. Provider credentials and prior state are never kept. */
export interface Plan {
  readonly changes: readonly ResourceChange[];
  readonly configuration: JsonObject;
  readonly variables: JsonObject;
  readonly complete: boolean;
  readonly deferred: readonly string[];
}

const NEXT = "write it with: terraform plan -out tfplan && terraform show -json tfplan > plan.json";
const MOST_LEVELS = 400;

/**
 * Reads the output of `terraform show -json PLANFILE`, format version 1.
 * https://developer.hashicorp.com/terraform/internals/json-format
 * @throws InputError for anything else, with what to do
 */
export function readPlan(path: string, text: string): Plan {
  const value = parsePlan(path, text);
  const refuse = (message: string, next = NEXT): never => {
    throw new InputError(message, { path }, next);
  };
  if (!isObject(value)) return refuse("the file is not a plan: it holds no JSON object");
  if (value["terraform_version"] !== undefined && value["lineage"] !== undefined)
    return refuse("the file is a state, not a plan");
  const version = value["format_version"];
  if (typeof version !== "string") return refuse("the file is not a plan: it has no format_version");
  if (!/^1\./.test(version))
    return refuse(
      `the plan has format version ${version.slice(0, 20)}, only 1 is read`,
      "write it with Terraform 1.1 or later",
    );
  if (value["resource_changes"] === undefined && value["planned_values"] === undefined) {
    return refuse(
      value["values"] === undefined
        ? "the plan has no resource_changes"
        : "the file is a state shown as JSON, not a plan",
    );
  }
  if (value["errored"] === true)
    return refuse("the plan ended in an error and is not whole", "mend the configuration and plan again");
  const changes = value["resource_changes"] ?? [];
  if (!Array.isArray(changes)) return refuse("the plan's resource_changes is not a list");
  if (value["resource_changes"] === undefined && plansSomething(value["planned_values"]))
    return refuse("the plan has no resource_changes");
  const lines = itemLines(text, "resource_changes");
  return {
    changes: changes.flatMap(
      (change, index) =>
        changeOf(change, lines[index] ?? 1) ??
        refuse(`resource_changes[${index}] of the plan cannot be read`),
    ),
    configuration: asObject(value["configuration"]),
    variables: asObject(value["variables"]),
    complete: value["complete"] !== false,
    deferred: deferredAddresses(value["deferred_changes"]),
  };
}

function parsePlan(path: string, text: string): unknown {
  if (text.startsWith("PK"))
    throw new InputError(
      "the file is a binary plan",
      { path },
      "show it as JSON: terraform show -json tfplan > plan.json",
    );
  if (deepest(text) > MOST_LEVELS) throw new InputError("the plan nests too deeply", { path }, NEXT);
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const line = text.slice(0, errors[0]?.offset ?? 0).split("\n").length;
    throw new InputError("the plan is not JSON", { path, line }, NEXT);
  }
}

export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function plansSomething(planned: Json | undefined): boolean {
  return stateResources(asObject(asObject(planned)["root_module"])).length > 0;
}

function changeOf(value: Json, line: number): ResourceChange | null {
  if (!isObject(value)) return null;
  const { address, type, name, mode = "managed", index = null, deposed } = value;
  const change = asObject(value["change"]);
  const { actions } = change;
  if (
    typeof address !== "string" ||
    typeof type !== "string" ||
    typeof name !== "string" ||
    !Array.isArray(actions)
  )
    return null;
  const module = value["module_address"];
  return {
    address,
    moduleAddress: typeof module === "string" ? module : "",
    mode: `${mode}`,
    type,
    name,
    index: typeof index === "string" || typeof index === "number" ? index : null,
    actions: actions.map(String),
    before: change["before"] ?? null,
    after: change["after"] ?? null,
    afterUnknown: change["after_unknown"] ?? false,
    beforeSensitive: change["before_sensitive"] ?? false,
    afterSensitive: change["after_sensitive"] ?? false,
    deposed: typeof deposed === "string",
    line,
  };
}

/** Resources of a module and of those that it calls. */
function stateResources(module: JsonObject): JsonObject[] {
  const own = Array.isArray(module["resources"]) ? module["resources"].filter(isObject) : [];
  const children = Array.isArray(module["child_modules"]) ? module["child_modules"].filter(isObject) : [];
  return [...own, ...children.flatMap(stateResources)];
}

function deferredAddresses(deferred: Json | undefined): string[] {
  if (!Array.isArray(deferred)) return [];
  return deferred.map((entry) => {
    const address = asObject(asObject(entry)["resource_change"])["address"];
    return typeof address === "string" ? address : "a resource";
  });
}
