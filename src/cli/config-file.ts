import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { type Config, UsageError } from "../model/index.js";
import { isFile, layersFrom } from "./config-bases.js";
import { type Layer, parseLayer } from "./config-layer.js";
import { merged } from "./config-merge.js";

/** The configuration and where its relative paths start. */
export interface Settings {
  readonly config: Config;
  readonly folder: string;
  /** The file it came from; absent where there is none. */
  readonly path?: string;
  /** That file and what it extends, those that outrank others first; absent where there is no file. */
  readonly layers?: readonly Layer[];
  /** The profile that the command line chooses. */
  readonly profile?: string;
}

const DEFAULT_FILE = "causeway.yaml";

/** Reads `causeway.yaml`, or the file that --config names, and what it extends. Without either, the defaults. */
export function readSettings(path?: string, profile?: string): Settings {
  const chosen = profile === undefined ? {} : { profile };
  if (path === undefined && !existsSync(DEFAULT_FILE))
    return { config: { version: 1 }, folder: ".", ...chosen };
  const file = path ?? DEFAULT_FILE;
  if (!isFile(file)) {
    throw new UsageError(
      `there is no configuration file ${file}`,
      "name an existing file, or write one with causeway init",
    );
  }
  const layers = layersFrom(file);
  return { config: merged(layers), folder: dirname(file), path: file, layers, ...chosen };
}

/** A path of the configuration, made relative to the working directory. */
export function besideConfig(settings: Settings, path: string): string {
  return isAbsolute(path) ? path : join(settings.folder, path);
}

/** One file by itself. */
export const parseConfig = (text: string, path: string): Config => parseLayer(text, path).config;
