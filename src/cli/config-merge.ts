import { dirname, isAbsolute, join, relative } from "node:path";
import { type Config, canonicalJson, isObject } from "../model/index.js";
import type { Layer } from "./config-layer.js";

/** Members that are paths, or hold them. */
const PATHS = [
  ...["snapshot", "out", "sources.files", "sources.inventory", "sources.saml"],
  ...["sources.nftables.path", "sources.bind.path", "policies.folders"],
].map((path) => path.split("."));

/** Lists that a base adds to; any other list is replaced. */
const JOINED = new Set(["policies.folders", "policies.disabled", "exceptions"]);

/** What the layers say together, the first outranking the others; paths are relative to the first one's folder. */
export function merged(layers: readonly Layer[]): Config {
  const folder = dirname(layers[0]?.path ?? ".");
  const [near, ...far] = layers.map((layer) => rebased(layer, folder));
  const { extends: _, ...config } = far.reduce<Config>(
    (over, base) => both(over, base, "") as Config,
    near ?? { version: 1 },
  );
  return config;
}

function both(near: unknown, far: unknown, path: string): unknown {
  if (near === undefined) return far;
  if (far === undefined) return near;
  if (Array.isArray(near) && Array.isArray(far) && JOINED.has(path)) {
    return [...new Map([...near, ...far].map((item) => [canonicalJson(item), item])).values()];
  }
  if (!isObject(near) || !isObject(far)) return near;
  const names = [...new Set([...Object.keys(near), ...Object.keys(far)])];
  // Object.fromEntries defines members, so one called __proto__ stays a plain member.
  return Object.fromEntries(
    names.map((name) => [
      name,
      both(own(near, name), own(far, name), path === "" ? name : `${path}.${name}`),
    ]),
  );
}

const own = (value: Readonly<Record<string, unknown>>, name: string) =>
  Object.hasOwn(value, name) ? value[name] : undefined;

function rebased({ config, path }: Layer, folder: string): Config {
  const from = dirname(path);
  if (from === folder) return config;
  const shift = (told: string) => (isAbsolute(told) ? told : relative(folder, join(from, told)) || ".");
  return PATHS.reduce<unknown>((value, members) => mapped(value, members, shift), config) as Config;
}

/** The value with the texts changed that stand at the end of the way. */
function mapped(value: unknown, members: readonly string[], change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, members, change));
  const [first, ...rest] = members;
  if (first === undefined) return typeof value === "string" ? change(value) : value;
  if (!isObject(value) || !Object.hasOwn(value, first)) return value;
  return { ...value, [first]: mapped(value[first], rest, change) };
}
