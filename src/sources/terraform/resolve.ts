import type { JsonObject } from "../../model/index.js";
import { keyText, moduleAddress, outputReference, resourceReference } from "./address.js";
import { callOf, expressionOf, moduleAt, referencesOf, resourceIn, type Scope } from "./configuration.js";
import { asObject } from "./plan.js";

/** One attribute of one resource instance that an expression takes its value from. */
export interface Source {
  readonly address: string;
  /** Null where the expression's own index hides which attribute is taken. */
  readonly attribute: string | null;
}

/** What resolving looks things up in. */
export interface Instances {
  readonly configuration: JsonObject;
  /** Addresses of the instances of a resource, by its address without a key. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
}

/** Where references are read. */
export interface Reading {
  readonly scope: Scope;
  readonly plan: Instances;
  readonly hops?: number;
}

const MOST_HOPS = 32;

/**
 * Follows the references of an expression through module inputs and outputs to resource instances. Null
 * where it takes something that the plan does not tell apart: a local value, data, several instances at
 * once, a key that is worked out.
 */
export function sourcesOf(references: readonly string[], at: Reading): readonly Source[] | null {
  const { scope, plan, hops = 0 } = at;
  if (hops > MOST_HOPS) return null;
  const whole = references.filter(
    (text, index) => !references.slice(0, index).some((longer) => isPrefix(text, longer)),
  );
  const indexed = whole.some((text) => text === "each.key" || text === "count.index");
  const found: Source[] = [];
  for (const text of whole) {
    if (text === "each.key" || text === "count.index") continue;
    const sources = sourcesOfOne(text, { scope, plan, indexed, hops });
    if (sources === null) return null;
    found.push(...sources);
  }
  return found;
}

/** Terraform lists `a.b.id` and then `a.b`, which is the same reference again. */
function isPrefix(text: string, longer: string): boolean {
  return longer.startsWith(text) && /^[.[]/.test(longer.slice(text.length));
}

interface Step {
  readonly scope: Scope;
  readonly plan: Instances;
  readonly indexed: boolean;
  readonly hops: number;
}

function sourcesOfOne(text: string, step: Step): readonly Source[] | null {
  const resource = resourceReference(text);
  if (resource !== null) {
    const address = instanceOf(resource.resource, resource.key, step);
    return address === null ? null : [{ address, attribute: resource.attribute }];
  }
  if (text.startsWith("var.")) return fromCaller(text.slice("var.".length).split(/[.[]/)[0] ?? "", step);
  if (text.startsWith("module.")) return fromOutput(text, step);
  if (text.startsWith("each.value")) return fromEach(text, step);
  return null;
}

/** The address of the instance that is meant: by its own key, by the key of the one that refers, or the only one. */
function instanceOf(resource: string, key: string, { scope, plan, indexed }: Step): string | null {
  const prefix = moduleAddress(scope.steps);
  const base = prefix === "" ? resource : `${prefix}.${resource}`;
  const instances = plan.instances.get(base) ?? [];
  const wanted = key !== "" ? base + key : indexed ? base + keyText(scope.key) : null;
  if (wanted !== null) return instances.includes(wanted) ? wanted : null;
  return instances.length === 1 ? (instances[0] ?? null) : null;
}

/** An input of a module is what its caller passes. */
function fromCaller(name: string, { scope, plan, hops }: Step): readonly Source[] | null {
  const last = scope.steps.at(-1);
  const steps = scope.steps.slice(0, -1);
  const module = last === undefined ? null : moduleAt(plan.configuration, steps);
  const call = last === undefined || module === null ? null : callOf(module, last.name);
  if (last === undefined || module === null || call === null) return null;
  const references = referencesOf(expressionOf(call, name));
  if (references.length === 0) return null;
  return sourcesOf(references, {
    scope: { steps, module, key: last.key, forEach: call["for_each_expression"] },
    plan,
    hops: hops + 1,
  });
}

function fromOutput(text: string, { scope, plan, indexed, hops }: Step): readonly Source[] | null {
  const reference = outputReference(text);
  const call = reference === null ? null : callOf(scope.module, reference.name);
  // Behind a key that is worked out Terraform names the module alone, not the output.
  if (reference === null || call === null || reference.output === null) return null;
  const each = call["for_each_expression"] !== undefined || call["count_expression"] !== undefined;
  const key = reference.key ?? (indexed && each ? scope.key : null);
  if (each && key === null) return null;
  const module = asObject(call["module"]);
  const outputs = asObject(module["outputs"]);
  const output = Object.hasOwn(outputs, reference.output) ? asObject(outputs[reference.output]) : {};
  const references = referencesOf(output["expression"]);
  if (references.length === 0) return null;
  const steps = [...scope.steps, { name: reference.name, key }];
  return sourcesOf(references, {
    scope: { steps, module, key: null, forEach: undefined },
    plan,
    hops: hops + 1,
  });
}

/** `for_each = aws_subnet.all` and `each.value.id`: the instance with the same key. */
function fromEach(text: string, step: Step): readonly Source[] | null {
  const [reference, ...more] = referencesOf(step.scope.forEach);
  const resource = reference === undefined || more.length > 0 ? null : resourceReference(reference);
  if (resource === null || resource.key !== "" || resource.attribute !== null) return null;
  const address = instanceOf(resource.resource, keyText(step.scope.key), step);
  const attribute = text.split(".")[2] ?? null;
  return address === null ? null : [{ address, attribute }];
}

/** The scope of a resource's own expressions, and its configuration. */
export function scopeOf(
  configuration: JsonObject,
  at: { readonly steps: Scope["steps"]; readonly resource: string; readonly key: Scope["key"] },
): { scope: Scope; resource: JsonObject | null } | null {
  const module = moduleAt(configuration, at.steps);
  if (module === null) return null;
  const resource = resourceIn(module, at.resource);
  return {
    scope: { steps: at.steps, module, key: at.key, forEach: resource?.["for_each_expression"] },
    resource,
  };
}
