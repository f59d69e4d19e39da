import type { HostBuiltin } from "./arguments.js";
import { CODES } from "./codes.js";
import { NETWORKS } from "./networks.js";
import { REGEXES } from "./regexes.js";
import { STRUCTURES } from "./structures.js";
import { TEXTS } from "./texts.js";
import { TIMES } from "./times.js";
import { TOKENS } from "./tokens.js";
import { UNITS } from "./units.js";
import { VERSIONS } from "./versions.js";
import { YAML } from "./yaml.js";

export type { HostBuiltin } from "./arguments.js";

/** All but sprintf, by OPA's name. */
export const BUILTINS: readonly (readonly [string, HostBuiltin])[] = [
  ...CODES,
  ...NETWORKS,
  ...REGEXES,
  ...STRUCTURES,
  ...TEXTS,
  ...TIMES,
  ...TOKENS,
  ...UNITS,
  ...VERSIONS,
  ...YAML,
];
