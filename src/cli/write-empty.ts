// Run when Causeway is built: makes the snapshot that holds nothing, with which every collection begins.
import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { builtEmpty, fill } from "../snapshot/index.js";

const path = builtEmpty();
const before = readdirSync(dirname(path)).filter((name) => /^empty-.*\.duckdb/.test(name));
for (const name of before) if (name !== basename(path)) rmSync(join(dirname(path), name));
if (!before.includes(basename(path))) {
  // A build that ends here must not leave half of it under that name: every collection would begin with that.
  await fill(`${path}.partial`);
  renameSync(`${path}.partial`, path);
}
