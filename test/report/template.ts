import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** The page, built from its sources as they are now. */
export async function builtTemplate(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "causeway-template-"));
  const configFile = join(import.meta.dirname, "../../reports/html/vite.config.ts");
  await build({ configFile, mode: "production", build: { outDir } });
  const page = readFileSync(join(outDir, "page.html"), "utf8");
  rmSync(outDir, { recursive: true });
  return page;
}
