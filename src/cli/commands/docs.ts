import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "../documents.js";
import { EXIT } from "../exit-codes.js";
import { writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { packageRoot } from "../package-root.js";

/** `causeway docs`: writes what is generated from the code; with --check only says what is stale. */
export async function docs(options: { check?: boolean }, io: Io): Promise<number> {
  const stale: string[] = [];
  for (const { path, text } of await documents()) {
    const full = join(packageRoot(), path);
    if (existsSync(full) && readFileSync(full, "utf8") === text) continue;
    stale.push(path);
    if (!options.check) writeWhole(full, text);
  }
  const word = options.check ? "stale" : "wrote";
  io.out(stale.map((path) => `${word} ${path}\n`).join("") || "generated documents are fresh\n");
  if (!options.check || stale.length === 0) return EXIT.clean;
  io.err("next: npm run docs\n");
  return EXIT.findings;
}
