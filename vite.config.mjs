// Bundles what tsc compiled into dist/bundle: a command reads a dozen files at its start instead of a thousand. The
// folder lies as deep as those of `dist/*`: what is found from there by a relative path is found from here as well.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

const here = (path) => join(import.meta.dirname, path);

/** Bundled as well, as it has hundreds of files; its licence (MIT) goes with it. Other packages are few files each. */
const PACKAGE = "typebox";

export default defineConfig({
  root: here("."),
  plugins: [
    {
      name: "licence",
      closeBundle: () =>
        copyFileSync(here(`node_modules/${PACKAGE}/license`), here(`dist/bundle/${PACKAGE}.LICENSE`)),
    },
  ],
  ssr: { noExternal: [PACKAGE] },
  build: {
    ssr: true,
    outDir: here("dist/bundle"),
    target: "node20",
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { main: here("dist/cli/main.js"), shard: here("dist/cli/shard.js") },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
