import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";

export interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

export interface SourceFile {
  /** Path below src, with slashes. */
  readonly path: string;
  readonly text: string;
}

export function sourceFiles(root: string): SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)["']([^"']+)["']/gm;

/** Every static, dynamic and type import of a file; relative targets come back as paths below src. */
export function importsOf(file: SourceFile): Import[] {
  return [...file.text.matchAll(IMPORT)].map((match) => {
    const raw = match[1] ?? "";
    const target = raw.startsWith(".") ? posix.normalize(posix.join(dirname(file.path), raw)) : raw;
    const line = file.text.slice(0, match.index).split("\n").length;
    return { file: file.path, line, target };
  });
}

/** The room of a path below src: two levels under sources, one elsewhere. */
export function roomOf(path: string): string {
  const parts = path.split("/");
  return parts[0] === "sources" ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}
