import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** The program of a thread, built from its source, so that these tests need no build and never run an old one. */
export async function programFile(): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), "causeway-program-"));
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, "program.ts"),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: "program.mjs" } },
    },
  });
  return pathToFileURL(join(folder, "program.mjs"));
}
