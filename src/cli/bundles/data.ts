import { parse } from "yaml";
import { canonicalJson, isObject, type Json } from "../../model/index.js";
import { type BundleFile, refused } from "./bundle-files.js";
import { parsed } from "./manifest.js";

interface Source {
  /** What stands above the package line. */
  readonly above: string;
  /** With its dots. */
  readonly package: string;
}

/**
 * Policies have no data but their parameters, whose values are the defaults of METADATA and what causeway.yaml says.
 * A bundle may carry these defaults, as plain `opa test` needs them; anything else would be left out in silence.
 */
export function refuseData(bundle: string, files: readonly BundleFile[], sources: readonly Source[]): void {
  let declared: ReadonlyMap<string, Json> | undefined;
  for (const file of files) {
    const name = file.path.split("/").at(-1) ?? "";
    if (/^data\.ya?ml$/.test(name)) throw cannotTake(bundle, file.path, name);
    if (name !== "data.json") continue;
    const above = file.path.split("/").slice(0, -1);
    for (const { path, value } of leaves(parsed(bundle, file), above)) {
      declared ??= new Map(sources.flatMap(defaultsOf));
      const want = declared.get(JSON.stringify(path));
      const fits = want !== undefined && canonicalJson(want) === canonicalJson(value);
      if (!fits) throw cannotTake(bundle, file.path, ["data", ...path].join("."));
    }
  }
}

function cannotTake(bundle: string, file: string, what: string) {
  return refused(
    bundle,
    `${file} brings ${JSON.stringify(what.slice(0, 200))}, and policies get no data but the parameters that they declare`,
    "declare custom.parameters with that default, set values under policies.parameters in causeway.yaml, or leave the data out (opa build --ignore data.json)",
  );
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: Json;
}

/** Values, and as a whole what lies as deep as parameters: params.area.policy.name. */
function leaves(value: unknown, path: readonly string[]): Leaf[] {
  if (!isObject(value) || path.length >= 4) return [{ path, value: value as Json }];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

/** The defaults that a policy declares, by where they lie in data, as JSON. */
function defaultsOf({ above, package: name }: Source): [string, Json][] {
  const start = above.lastIndexOf("# METADATA\n");
  const meta: unknown = start < 0 ? undefined : yaml(above.slice(start).replace(/^# ?/gm, ""));
  const custom = isObject(meta) ? meta["custom"] : undefined;
  const parameters = isObject(custom) ? custom["parameters"] : undefined;
  const place = ["params", ...name.split(".").slice(1)];
  return Object.entries(isObject(parameters) ? parameters : {}).flatMap(([key, entry]) =>
    isObject(entry) && entry["default"] !== undefined
      ? [[JSON.stringify([...place, key]), entry["default"]] as [string, Json]]
      : [],
  );
}

/** What is wrong with METADATA the compiler says better. */
function yaml(text: string): unknown {
  try {
    return parse(text.slice("METADATA\n".length), { maxAliasCount: 20 });
  } catch {
    return undefined;
  }
}
