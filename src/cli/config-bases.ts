import { realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { InputError } from "../model/index.js";
import { type Layer, readLayer } from "./config-layer.js";

const DEEPEST = 8;
const MOST = 32;

/**
 * The file and all that it extends, each once, what is laid over others first: a base comes after everything that
 * extends it, and of several bases of one file the later comes first.
 */
export function layersFrom(path: string): Layer[] {
  const known = new Map<string, Layer>();
  const order: string[] = [];
  follow({ known, order }, { layer: readLayer(path), way: [realpathSync(path)] });
  // The order in which everything below was through, turned around.
  return order.reverse().flatMap((name) => known.get(name) ?? []);
}

interface Found {
  readonly known: Map<string, Layer>;
  readonly order: string[];
}

interface Stop {
  readonly layer: Layer;
  /** Real paths from the first file to this one. */
  readonly way: readonly string[];
}

function follow({ known, order }: Found, { layer, way }: Stop): void {
  const own = way.at(-1) ?? "";
  known.set(own, layer);
  for (const [index, base] of listed(layer.config.extends).entries()) {
    const path = isAbsolute(base) ? base : join(dirname(layer.path), base);
    const bad = (message: string, next: string) =>
      new InputError(message, layer.placeOf(["extends", index]), next);
    if (!isFile(path))
      throw bad(`there is no configuration file ${path} to extend`, "name a file on this machine");
    const real = realpathSync(path);
    if (way.includes(real)) throw bad(`${path} extends itself, in the end`, "leave one of them out");
    if (way.length >= DEEPEST || known.size >= MOST)
      throw bad(
        `configurations extend each other more than ${DEEPEST} deep, or there are more than ${MOST}`,
        "put some of them together",
      );
    if (!order.includes(real)) follow({ known, order }, { layer: readLayer(path), way: [...way, real] });
  }
  order.push(own);
}

/** One name or several, as a list. */
export const listed = (names: string | readonly string[] | undefined): readonly string[] =>
  typeof names === "string" ? [names] : (names ?? []);

export const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
