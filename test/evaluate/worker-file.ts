import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** The worker's program, built from its source, so that these tests need no build and never run an old one. */
export async function workerFile(): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), "causeway-worker-"));
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, "../../src/evaluate/worker.ts"),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: "worker.mjs" } },
    },
  });
  return pathToFileURL(join(folder, "worker.mjs"));
}
