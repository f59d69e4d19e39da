import { isObject, type Json, type JsonObject } from "../../model/index.js";
import type { ModuleStep } from "./address.js";
import { asObject } from "./plan.js";

/** A place in the configuration from which expressions are read: a module, and the keys that `each` and `count` have. */
export interface Scope {
  readonly steps: readonly ModuleStep[];
  readonly module: JsonObject;
  /** Key of the instance whose expression it is. */
  readonly key: string | number | null;
  /** `for_each` of that instance. */
  readonly forEach: Json | undefined;
}

/** The module of the configuration that the steps lead to; null where the plan does not hold it. */
export function moduleAt(configuration: JsonObject, steps: readonly ModuleStep[]): JsonObject | null {
  let module = asObject(configuration["root_module"]);
  for (const { name } of steps) {
    const call = callOf(module, name);
    if (call === null) return null;
    module = asObject(call["module"]);
  }
  return module;
}

export function callOf(module: JsonObject, name: string): JsonObject | null {
  const calls = asObject(module["module_calls"]);
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  return isObject(call) ? call : null;
}

const BY_ADDRESS = new WeakMap<JsonObject, ReadonlyMap<string, JsonObject>>();

/** The configuration of a resource, by `type.name`. Modules are indexed once: plans ask for thousands. */
export function resourceIn(module: JsonObject, address: string): JsonObject | null {
  let index = BY_ADDRESS.get(module);
  if (index === undefined) {
    const resources = Array.isArray(module["resources"]) ? module["resources"].filter(isObject) : [];
    const managed = resources.filter(({ mode }) => mode !== "data");
    index = new Map(managed.map((resource) => [`${resource["address"]}`, resource]));
    BY_ADDRESS.set(module, index);
  }
  return index.get(address) ?? null;
}

/** The expression of an argument; for nested blocks a list of their expressions. */
export function expressionOf(resource: JsonObject | null, argument: string): Json | undefined {
  const expressions = asObject(resource?.["expressions"]);
  return Object.hasOwn(expressions, argument) ? expressions[argument] : undefined;
}

/** What an expression refers to, longest first as Terraform writes them. */
export function referencesOf(expression: Json | undefined): string[] {
  const references = isObject(expression) ? expression["references"] : undefined;
  return Array.isArray(references) ? references.filter((text) => typeof text === "string") : [];
}
