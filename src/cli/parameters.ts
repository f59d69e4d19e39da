import { canonicalJson, InputError, isObject, newCompiler, type PolicyMeta } from "../model/index.js";
import type { Compiled } from "../rego/index.js";
import type { Settings } from "./config-file.js";
import { allSayings, type Saying, sayingsOf, whence } from "./profiles.js";

type Params = Record<string, Record<string, Record<string, unknown>>>;

/** What a parameter is, what it would be, and who says so: the last to amend it first. */
export interface Parameter {
  readonly value: unknown;
  readonly default: unknown;
  readonly from: readonly string[];
}

/** The policies' data with the configuration's parameters laid over the defaults. Unknown names are errors. */
export function withParameters(compiled: Compiled, settings: Settings): Record<string, unknown> {
  for (const saying of allSayings(settings)) check(saying, compiled);
  const params = structuredClone(paramsOf(compiled));
  for (const meta of compiled.manifest.policies) {
    for (const [name, { value, from }] of Object.entries(parametersOf(meta, compiled, settings))) {
      if (from.length === 0) continue;
      const [area = "", policy = ""] = meta.id.split("/");
      params[area] ??= {};
      params[area][policy] = { ...params[area][policy], [name]: value };
    }
  }
  return { ...(compiled.data as Record<string, unknown>), params };
}

/** The parameters of one policy, by name. */
export function parametersOf(
  meta: PolicyMeta,
  compiled: Compiled,
  settings: Settings,
): Record<string, Parameter> {
  const sayings = sayingsOf(settings).filter(({ told }) => Object.hasOwn(told.parameters ?? {}, meta.id));
  return Object.fromEntries(
    Object.keys(meta.parameters).map((name) => {
      const own = sayings.filter(({ told }) => Object.hasOwn(told.parameters?.[meta.id] ?? {}, name));
      return [name, resolved({ meta, name, usual: defaultOf(meta, name, compiled) }, own)];
    }),
  );
}

interface Named {
  readonly meta: PolicyMeta;
  readonly name: string;
  /** The default. */
  readonly usual: unknown;
}

/** From the farthest on, each replaces or amends what those beyond it say. */
function resolved(parameter: Named, sayings: readonly Saying[]): Parameter {
  let [value, from] = [parameter.usual, [] as string[]];
  for (const saying of [...sayings].reverse()) {
    const { id } = parameter.meta;
    const told = saying.told.parameters?.[id]?.[parameter.name];
    const place = whence(saying, "parameters", id, parameter.name);
    const amending = amendmentOf(told, value);
    from = [place, ...(amending === undefined ? [] : from)];
    value = amending === undefined ? told : fitting(parameter, amending, saying);
  }
  return { value, default: parameter.usual, from };
}

/** The list that `{ add: […], remove: […] }` makes of a list; undefined where it is a value of its own. */
function amendmentOf(told: unknown, list: unknown): unknown[] | undefined {
  if (!isObject(told) || !Array.isArray(list) || Object.keys(told).length === 0) return undefined;
  const { add = [], remove = [], ...rest } = told;
  if (!Array.isArray(add) || !Array.isArray(remove) || Object.keys(rest).length > 0) return undefined;
  const gone = new Set(remove.map((item) => canonicalJson(item)));
  const kept = list.filter((item) => !gone.has(canonicalJson(item)));
  return [...new Map([...kept, ...add].map((item) => [canonicalJson(item), item])).values()];
}

/** Every parameter that one place sets is one that there is, and fits its schema. */
function check(saying: Saying, compiled: Compiled): void {
  for (const [id, values] of Object.entries(saying.told.parameters ?? {})) {
    const meta = compiled.manifest.policies.find((policy) => policy.id === id);
    if (meta === undefined)
      throw bad(saying, [id], `parameters are given for ${id}, and there is no such policy`);
    for (const [name, told] of Object.entries(values)) {
      if (!Object.hasOwn(meta.parameters, name)) {
        const known = Object.keys(meta.parameters).join(", ") || "none";
        throw bad(saying, [id, name], `policy ${id} has no parameter ${name} (it has: ${known})`);
      }
      const usual = defaultOf(meta, name, compiled);
      fitting({ meta, name, usual }, amendmentOf(told, usual) ?? told, saying);
    }
  }
}

function fitting<T>({ meta, name }: Named, value: T, saying: Saying): T {
  const fits = newCompiler({ strict: false }).compile(meta.parameters[name]?.schema ?? {});
  if (fits(value)) return value;
  const [error] = fits.errors ?? [];
  const why = `${error?.instancePath ?? ""} ${error?.message ?? "does not fit"}`;
  throw bad(saying, [meta.id, name], `parameter ${name} of ${meta.id} ${why}`);
}

function bad({ layer, members }: Saying, parts: readonly string[], message: string): InputError {
  return new InputError(
    message,
    layer.placeOf([...members, "parameters", ...parts]),
    "see causeway policies show ID for what it takes",
  );
}

const paramsOf = ({ data }: Compiled): Params => (data as { params?: Params }).params ?? {};

function defaultOf({ id, parameters }: PolicyMeta, name: string, compiled: Compiled): unknown {
  const [area = "", policy = ""] = id.split("/");
  return paramsOf(compiled)[area]?.[policy]?.[name] ?? parameters[name]?.default;
}

/** A parameter `today` that nobody set is the day of the scan, YYYY-MM-DD: policies have no clock of their own. */
export function withDay(
  data: Record<string, unknown>,
  { manifest }: Pick<Compiled, "manifest">,
  day: string,
): Record<string, unknown> {
  const params = structuredClone(data["params"] ?? {}) as Params;
  for (const { id, parameters } of manifest.policies) {
    const [area = "", policy = ""] = id.split("/");
    const own = params[area]?.[policy];
    if (Object.hasOwn(parameters, "today") && own?.["today"] === "") own["today"] = day;
  }
  return { ...data, params };
}
