// `npm run bench [-- NAME…] [-- --quick | --upto=100000]`: runs the benches of the folders beside this file, each measurement
// in a process of its own, prints their tables and keeps them in results/<name>.md.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = import.meta.dirname;
const words = process.argv.slice(2).filter((word) => word !== "--");
const quick = words.includes("--quick");
/** The largest estate that is measured. */
const upto = Number(
  words.find((word) => word.startsWith("--upto="))?.slice("--upto=".length) ?? (quick ? 10_000 : 1_000_000),
);
const wanted = words.filter((word) => !word.startsWith("--"));
const all = readdirSync(here).filter((name) => existsSync(join(here, name, "bench.mjs")));
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`there is no bench ${unknown.join(", ")}; there are ${all.join(", ")}`);
  process.exit(2);
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
mkdirSync(join(here, "results"), { recursive: true });
let failed = false;
for (const name of wanted.length > 0 ? wanted : all) {
  const { bench } = await import(pathToFileURL(join(here, name, "bench.mjs")).href);
  const { title, text, met } = await bench({ quick, upto, say: (line) => console.error(line) });
  const table = `# ${title}\n\n${machine}${upto < 1_000_000 ? `, estates up to ${upto.toLocaleString("en").replaceAll(",", " ")}` : ""}\n\n${text}\n`;
  console.log(table);
  if (!quick) writeFileSync(join(here, "results", `${name}.md`), table);
  failed ||= !met;
}
process.exitCode = failed ? 1 : 0;
