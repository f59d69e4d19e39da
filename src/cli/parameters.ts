import { Ajv } from "ajv";
import { InputError, type PolicyMeta } from "../model/index.js";
import type { Compiled } from "../rego/index.js";
import type { Settings } from "./config-file.js";

type Params = Record<string, Record<string, Record<string, unknown>>>;

/** The policies' data with the configuration's parameters laid over the defaults. Unknown names are errors. */
export function withParameters(compiled: Compiled, settings: Settings): Record<string, unknown> {
  const wanted = settings.config.policies?.parameters ?? {};
  const params = structuredClone((compiled.data as { params?: Params }).params ?? {});
  for (const [id, values] of Object.entries(wanted)) {
    const meta = compiled.manifest.policies.find((policy) => policy.id === id);
    if (meta === undefined)
      throw bad(settings, `parameters are given for ${id}, and there is no such policy`);
    for (const [name, value] of Object.entries(values)) set(params, { meta, name, value, settings });
  }
  return { ...(compiled.data as Record<string, unknown>), params };
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

interface Setting {
  readonly meta: PolicyMeta;
  readonly name: string;
  readonly value: unknown;
  readonly settings: Settings;
}

function set(params: Params, { meta, name, value, settings }: Setting): void {
  const parameter = Object.hasOwn(meta.parameters, name) ? meta.parameters[name] : undefined;
  if (parameter === undefined) {
    const known = Object.keys(meta.parameters).join(", ") || "none";
    throw bad(settings, `policy ${meta.id} has no parameter ${name} (it has: ${known})`);
  }
  const check = new Ajv({ strict: false }).compile(parameter.schema ?? {});
  if (!check(value)) {
    const [error] = check.errors ?? [];
    throw bad(
      settings,
      `parameter ${name} of ${meta.id} ${error?.instancePath ?? ""} ${error?.message ?? "does not fit"}`,
    );
  }
  const [area = "", policy = ""] = meta.id.split("/");
  params[area] ??= {};
  const own = params[area];
  own[policy] ??= {};
  own[policy][name] = value;
}

function bad(settings: Settings, message: string): InputError {
  return new InputError(
    message,
    { path: settings.path ?? "causeway.yaml" },
    "see causeway policies show ID for what it takes",
  );
}
