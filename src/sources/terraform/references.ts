import { isObject, type Json, type JsonObject } from "../../model/index.js";
import type { Plan, ResourceChange } from "./plan-file.js";

const MOST_STEPS = 20;

/** Finds which planned resource an attribute refers to, through locals of modules: inputs and outputs. */
export class References {
  private readonly byAddress = new Map<string, ResourceChange>();

  constructor(private readonly plan: Plan) {
    for (const change of plan.changes) this.byAddress.set(change.address, change);
  }

  change(address: string): ResourceChange | undefined {
    return this.byAddress.get(address);
  }

  /** The resource of one of these types that the attribute of this change names; undefined where it is not told. */
  target(from: ResourceChange, attribute: string, types: readonly string[]): ResourceChange | undefined {
    const [first] = this.targets(from, attribute, types);
    return first;
  }

  targets(from: ResourceChange, attribute: string, types: readonly string[]): ResourceChange[] {
    const expression = this.configured(from)?.[attribute];
    const names = referencesIn(expression);
    return this.follow(names, { from, types, module: from.module, steps: 0 });
  }

  /** Does the configuration set the attribute at all? Undefined where the configuration is not in the plan. */
  sets(from: ResourceChange, attribute: string): boolean | undefined {
    const expressions = this.configured(from);
    return expressions === undefined ? undefined : Object.hasOwn(expressions, attribute);
  }

  private configured({ module, type, name }: ResourceChange): JsonObject | undefined {
    const resources = this.moduleOf(module)?.["resources"];
    const found = Array.isArray(resources)
      ? resources.find((entry) => isObject(entry) && entry["type"] === type && entry["name"] === name)
      : undefined;
    const expressions = isObject(found) ? found["expressions"] : undefined;
    return isObject(expressions) ? expressions : undefined;
  }

  private follow(names: readonly string[], walk: Walk): ResourceChange[] {
    if (walk.steps > MOST_STEPS) return [];
    const next = { ...walk, steps: walk.steps + 1 };
    const found = names.flatMap((name) => {
      const [head = "", second = "", third = ""] = splitName(name);
      if (head === "var") return this.fromInput(second, next);
      if (head === "module") return this.fromOutput(second, third, next);
      return walk.types.includes(head) ? (this.instance(head, second, walk) ?? []) : [];
    });
    return [...new Set(found)];
  }

  /** The instance with the same key as the referring one, or the only one, or the one that is named. */
  private instance(type: string, name: string, { from, module }: Walk): ResourceChange | undefined {
    const base = `${module === "" ? "" : `${module}.`}${type}.${name}`;
    const exact =
      this.byAddress.get(base) ?? this.byAddress.get(`${base.replace(/\[[^\]]*\]$/, "")}${from.key}`);
    if (exact !== undefined) return exact;
    const prefix = `${base.replace(/\[[^\]]*\]$/, "")}[`;
    const all = this.plan.changes.filter(({ address }) => address.startsWith(prefix));
    return all.length === 1 ? all[0] : undefined;
  }

  private fromInput(name: string, walk: Walk): ResourceChange[] {
    const { parent, call } = parentOf(walk.module);
    if (call === undefined) return [];
    const calls = this.moduleOf(parent)?.["module_calls"];
    const own = isObject(calls) ? calls[call] : undefined;
    const expressions = isObject(own) ? own["expressions"] : undefined;
    const names = isObject(expressions) ? referencesIn(expressions[name]) : [];
    return this.follow(names, { ...walk, module: parent });
  }

  private fromOutput(call: string, output: string, walk: Walk): ResourceChange[] {
    const plain = call.replace(/\[[^\]]*\]$/, "");
    const below = this.plan.changes.map(({ module }) => module);
    const wanted = `${walk.module === "" ? "" : `${walk.module}.`}module.${call}`;
    const module =
      below.find((own) => own === wanted) ??
      below.find((own) => own.replace(/\[[^\]]*\]$/, "") === wanted.replace(/\[[^\]]*\]$/, "")) ??
      wanted;
    const outputs = this.moduleOf(`${walk.module === "" ? "" : `${walk.module}.`}module.${plain}`)?.[
      "outputs"
    ];
    const own = isObject(outputs) ? outputs[output] : undefined;
    const names = isObject(own) ? referencesIn(own["expression"]) : [];
    return this.follow(names, { ...walk, module });
  }

  /** The configuration of a module address such as `module.a.module.b["x"]`. */
  private moduleOf(address: string): JsonObject | undefined {
    let at: Json | undefined = this.plan.configuration["root_module"];
    for (const call of callsOf(address)) {
      const calls: Json | undefined = isObject(at) ? at["module_calls"] : undefined;
      const own: Json | undefined = isObject(calls) ? calls[call] : undefined;
      at = isObject(own) ? own["module"] : undefined;
    }
    return isObject(at) ? at : undefined;
  }
}

interface Walk {
  readonly from: ResourceChange;
  readonly types: readonly string[];
  readonly module: string;
  readonly steps: number;
}

/** Names of the module calls on the way to a module address. */
export function callsOf(address: string): string[] {
  return [...address.matchAll(/module\.([A-Za-z0-9_-]+)/g)].map((match) => match[1] ?? "");
}

function parentOf(address: string): { parent: string; call?: string } {
  const match = /^(?:(.*)\.)?module\.([A-Za-z0-9_-]+)(?:\[[^\]]*\])?$/.exec(address);
  return match === null ? { parent: "" } : { parent: match[1] ?? "", call: match[2] ?? "" };
}

/** `aws_subnet.a["x.y"].id` → aws_subnet, a["x.y"], id. */
function splitName(name: string): string[] {
  return name.match(/[^.[\]]+(?:\[(?:"[^"]*"|[^\]]*)\])?/g) ?? [];
}

function referencesIn(expression: Json | undefined): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isObject(expression)) return [];
  const own = expression["references"];
  return Array.isArray(own) ? own.filter((name) => typeof name === "string") : [];
}
