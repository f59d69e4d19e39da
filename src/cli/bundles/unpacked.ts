import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BundleEntries, type BundleFile } from "./bundle-files.js";

/** The files of a bundle that lies unpacked in a folder. Links are refused: they may lead anywhere. */
export function unpackedFiles(bundle: string): BundleFile[] {
  const entries = new BundleEntries(bundle);
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(bundle, folder), { withFileTypes: true })) {
      if (entry.name === ".git" || entry.name === "node_modules") continue;
      entries.count();
      const path = entries.place(folder === "" ? entry.name : `${folder}/${entry.name}`);
      if (entry.isDirectory()) folders.push(path);
      else take(entries, { bundle, path, entry });
    }
  }
  return entries.files;
}

interface Found {
  readonly bundle: string;
  readonly path: string;
  readonly entry: Dirent;
}

function take(entries: BundleEntries, { bundle, path, entry }: Found): void {
  if (!entry.isFile()) entries.refuseType(path, entry.isSymbolicLink() ? "symbolic link" : "device or pipe");
  const full = join(bundle, path);
  entries.file(path, lstatSync(full).size, () => readFileSync(full));
}
