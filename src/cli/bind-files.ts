import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { MasterFile } from "../sources/bind/index.js";

/**
 * Opens files that a named.conf names, by the end of their path: whoever copies a server's files seldom keeps all of
 * it. Nothing outside the folder of the named.conf is opened, over links neither.
 * @param shown how paths are told, from where they lie
 */
export function besideConfigFile(
  config: string,
  shown: (path: string) => string,
): (name: string) => MasterFile | null {
  const root = realpathSync(dirname(config));
  return (name) => {
    for (const tail of tailsOf(name)) {
      const path = join(root, tail);
      if (!existsSync(path)) continue;
      const real = realpathSync(path);
      if (!real.startsWith(`${root}${sep}`) || !statSync(real).isFile()) continue;
      return { path: shown(join(dirname(config), tail)), text: readFileSync(real, "latin1") };
    }
    return null;
  };
}

/** The same among files that were read already; those that are opened are noted. */
export function amongFiles(
  config: MasterFile,
  files: readonly MasterFile[],
  opened: Set<MasterFile>,
): (name: string) => MasterFile | null {
  const folder = config.path.split("/").slice(0, -1);
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (name) => {
    for (const tail of tailsOf(name)) {
      const file = byPath.get([...folder, tail].join("/"));
      if (file === undefined) continue;
      opened.add(file);
      return file;
    }
    return null;
  };
}

/** `/etc/bind/db.x`: etc/bind/db.x, bind/db.x, db.x; a way up has none. */
function tailsOf(name: string): string[] {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..") || parts.some((part) => part.includes("\0"))) return [];
  return parts.map((_, index) => parts.slice(index).join("/"));
}
