import { InputError, type Selection, UsageError } from "../model/index.js";
import { listed } from "./config-bases.js";
import type { Settings } from "./config-file.js";
import type { Layer } from "./config-layer.js";

/** What one place of the configuration says of policies. */
export interface Saying {
  readonly told: Selection;
  readonly layer: Layer;
  /** Members that lead to it. */
  readonly members: readonly string[];
  /** Absent where it holds whatever profile is chosen. */
  readonly profile?: string;
}

/** What holds of policies, that which outranks the rest first: the profile, what it extends, and `policies`. */
export function sayingsOf(settings: Settings): Saying[] {
  const profiles = chosen(settings).flatMap((name) => sayingsOfProfile(settings, name));
  const plain = (settings.layers ?? []).flatMap((layer): Saying[] =>
    layer.config.policies === undefined
      ? []
      : [{ told: layer.config.policies, layer, members: ["policies"] }],
  );
  return [...profiles, ...plain];
}

/** Everything that the files say of policies, chosen or not. */
export function allSayings({ layers = [] }: Settings): Saying[] {
  return layers.flatMap((layer): Saying[] => [
    ...(layer.config.policies === undefined
      ? []
      : [{ told: layer.config.policies, layer, members: ["policies"] }]),
    ...Object.entries(layer.config.profiles ?? {}).map(([profile, told]) => ({
      ...{ told, layer, profile },
      members: ["profiles", profile],
    })),
  ]);
}

/** `profile strict (base.yaml:12)`, or `causeway.yaml:7`: where it says what these members lead to. */
export function whence({ layer, members, profile }: Saying, ...more: readonly (string | number)[]): string {
  const { path, line } = layer.placeOf([...members, ...more]);
  const place = line === undefined ? path : `${path}:${line}`;
  return profile === undefined ? place : `profile ${profile} (${place})`;
}

function sayingsOfProfile({ layers = [] }: Settings, profile: string): Saying[] {
  return layers.flatMap((layer): Saying[] => {
    const { profiles = {} } = layer.config;
    const told = Object.hasOwn(profiles, profile) ? profiles[profile] : undefined;
    return told === undefined ? [] : [{ told, layer, members: ["profiles", profile], profile }];
  });
}

/** The chosen profile and all that it extends, each once: a base after everything that extends it. */
function chosen(settings: Settings): string[] {
  const name = settings.profile ?? settings.config.profile;
  if (name === undefined) return [];
  if (sayingsOfProfile(settings, name).length === 0) throw unknown(settings, name);
  const order: string[] = [];
  follow(settings, [name], order);
  return order.reverse();
}

function follow(settings: Settings, way: readonly string[], order: string[]): void {
  const name = way.at(-1) ?? "";
  // The list of the file that outranks the others; lists of bases are replaced.
  const saying = sayingsOfProfile(settings, name).find(({ layer }) => layer.config.profiles?.[name]?.extends);
  const bases = listed(saying?.layer.config.profiles?.[name]?.extends);
  for (const [index, base] of bases.entries()) {
    const place = saying?.layer.placeOf([...saying.members, "extends", index]) ?? {
      path: settings.path ?? "",
    };
    if (sayingsOfProfile(settings, base).length === 0)
      throw new InputError(
        `profile ${name} extends ${base}, and there is no such profile`,
        place,
        there(settings),
      );
    if (way.includes(base))
      throw new InputError(`profile ${base} extends itself, in the end`, place, "leave one of them out");
    if (!order.includes(base)) follow(settings, [...way, base], order);
  }
  order.push(name);
}

function unknown(settings: Settings, name: string): UsageError {
  const message = `there is no profile ${name}`;
  const layer = settings.layers?.find(({ config }) => config.profile !== undefined);
  if (settings.profile !== undefined || layer === undefined) return new UsageError(message, there(settings));
  return new InputError(message, layer.placeOf(["profile"]), there(settings));
}

function there({ config: { profiles = {} } }: Settings): string {
  const names = Object.keys(profiles).sort();
  return names.length === 0
    ? "write one under profiles: in causeway.yaml"
    : `choose one of ${names.join(", ")}`;
}
