import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { singleFile } from "./single-file.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds dist/report/page.html: the whole page in one file, with a place for the report's data. */
export default defineConfig({
  root: here("."),
  logLevel: "warn",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), singleFile("page.html")],
  build: {
    outDir: here("../../dist/report"),
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    target: ["chrome123", "firefox120", "safari17.5"],
  },
});
