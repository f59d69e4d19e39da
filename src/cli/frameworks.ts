import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Framework, FrameworkSchema, InputError, isObject, validate } from "../model/index.js";
import type { Settings } from "./config-file.js";
import { filesBelow } from "./files.js";
import { builtInFolder, ownFolders } from "./policy-set.js";

/**
 * Frameworks beside the policies of a run, sorted by id: `frameworks/*.yaml` of the built-in folder and of the user's
 * own. A file holds one framework under its id.
 */
export function frameworksOf(settings: Settings, named?: readonly string[]): Framework[] {
  const folders = [builtInFolder(), ...ownFolders(settings, named)]
    .map((folder) => join(folder, "frameworks"))
    .filter((folder) => existsSync(folder));
  const found = folders.flatMap((folder) =>
    filesBelow(folder)
      .filter(({ path }) => path.endsWith(".yaml"))
      .map(({ full }) => read(full)),
  );
  return [...new Map(found.map((framework) => [framework.id, framework])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

function read(path: string): Framework {
  const content = parsed(readFileSync(path, "utf8"), path);
  const [[id, told] = ["", null], ...more] = Object.entries(
    isObject(content as never) ? (content as object) : {},
  );
  if (!isObject(told ?? null) || more.length > 0) throw wrong(path, "it does not hold one framework");
  const { controls, ...about } = told as { readonly controls?: unknown };
  const framework = {
    id,
    whole: false,
    ...about,
    // Names of numbers are texts in the order of the file.
    controls: isObject((controls ?? null) as never)
      ? Object.entries(controls as object).map(([control, title]) => ({ id: control, title }))
      : controls,
  };
  const [problem] = validate(FrameworkSchema, framework);
  if (problem !== undefined) throw wrong(path, `${problem.pointer || "/"} ${problem.message}`);
  return framework as unknown as Framework;
}

function parsed(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw wrong(path, (error as Error).message.split("\n")[0] ?? "");
  }
}

const wrong = (path: string, why: string) =>
  new InputError(
    `this is not a framework: ${why}`,
    { path },
    "see policies/frameworks for what one looks like",
  );
