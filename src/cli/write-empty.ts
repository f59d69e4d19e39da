// Run when Causeway is built: makes the snapshot that holds nothing, with which every collection begins.
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { builtEmpty, fill } from "../snapshot/index.js";

const path = builtEmpty();
const before = readdirSync(dirname(path)).filter((name) => /^empty-.*\.duckdb(\.wal)?$/.test(name));
for (const name of before) if (name !== basename(path)) rmSync(join(dirname(path), name));
if (!before.includes(basename(path))) await fill(path);
