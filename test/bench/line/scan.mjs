// `causeway scan` as a process of its own: `node scan.mjs '{"path":"…","out":"…"}'` prints its time from the start of the
// process, and its peak memory, the database's and every thread's included.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../../dist/cli/run.js";

const { path, out } = JSON.parse(process.argv[2]);
const silent = { out: () => {}, err: (text) => process.stderr.write(text), progress: () => {}, columns: 100 };
const argv = ["node", "causeway", "scan", "--snapshot", path, "--out", out, "--fail-on", "none"];
const code = await run(argv, { ...silent, colour: false });
const size = (name) => statSync(join(out, name)).size;
console.log(
  JSON.stringify({
    code,
    scanned: performance.now(),
    rss: process.resourceUsage().maxRSS * 1024,
    files: Object.fromEntries(readdirSync(out).map((name) => [name, size(name)])),
  }),
);
