// npm run bench: what judging costs beside a warm JSON.parse of the same documents, in one run, on one thread.
// The documents are those of the sample estate, by the built-in policies; each size runs in a process of its own.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = join(HERE, "../..");
const dist = (path) => import(join(ROOT, "dist", path));
const SIZES = [1_000, 10_000, 100_000, 1_000_000];

if (process.argv[2] === "one") await one(Number(process.argv[3]));
else all();

function all() {
  const rows = SIZES.map((size) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--expose-gc", fileURLToPath(import.meta.url), "one", String(size)],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    const row = JSON.parse(stdout);
    console.log(`${size} subjects: ${row.ratio.toFixed(1)} × JSON.parse, ${Math.round(row.rss)} MiB`);
    return row;
  });
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const lines = rows.map(
    (row) =>
      `| ${row.size.toLocaleString("en")} | ${row.bytes} | ${row.parse.toFixed(2)} | ${row.judge.toFixed(2)} | ${row.ratio.toFixed(1)} | ${row.findings.toLocaleString("en")} | ${Math.round(row.rss)} |`,
  );
  const table = `# Judging, every document different

\`npm run bench\`; Causeway ${version}, ${rows[0].policies} policies, Node ${process.versions.node}, ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}.
One thread. \`parse\` is a warm JSON.parse of the same documents in the same run, \`judge\` from bytes to findings.
Documents are those of the sample estate with ids, names and addresses made different for each subject.

| subjects | bytes a document | parse, s | judge, s | judge ÷ parse | findings | peak memory, MiB |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join("\n")}
`;
  writeFileSync(join(HERE, "results/judging.md"), table);
  console.log(table);
}

/** The documents of the sample estate, as templates. */
async function templates(compiled) {
  const { assemble } = await dist("graph/index.js");
  const { derive } = await dist("derive/index.js");
  const { explainDocument } = await dist("evaluate/index.js");
  const { readAnswerFiles } = await dist("sources/aws/index.js");
  const batches = [];
  for await (const { batch } of readAnswerFiles(join(ROOT, "test/estates/sample/answers")))
    batches.push(batch);
  const graph = assemble(batches);
  const derived = derive(graph, {});
  return compiled.manifest.entrypoints.flatMap(({ name, kind }) =>
    graph.ids(kind).map((subject) => ({
      name,
      text: JSON.stringify(explainDocument({ graph, derived, manifest: compiled.manifest, subject })),
    })),
  );
}

async function one(size) {
  const { compiledFor } = await dist("cli/policy-set.js");
  const { Engine } = await dist("evaluate/runtime.js");
  const compiled = await compiledFor({ config: { version: 1 }, folder: "." });
  const engine = await Engine.load(compiled.wasm, compiled.data);
  const all = await templates(compiled);
  const encoder = new TextEncoder();
  const CHUNK = 1000;
  let [parse, judge, bytes, findings] = [0, 0, 0, 0];
  const run = (from, count) => {
    const documents = Array.from({ length: count }, (_, index) =>
      different(all[(from + index) % all.length], from + index),
    );
    const texts = documents.map(({ text }) => text);
    const encoded = texts.map((text) => encoder.encode(text));
    const start = performance.now();
    for (const text of texts) JSON.parse(text);
    const middle = performance.now();
    let found = 0;
    for (let index = 0; index < count; index++) {
      const { f } = engine.judge(encoded[index], documents[index].name);
      for (const id in f) found += f[id].length;
    }
    return {
      parse: middle - start,
      judge: performance.now() - middle,
      bytes: encoded.reduce((sum, one) => sum + one.length, 0),
      found,
    };
  };
  run(0, CHUNK);
  for (let from = 0; from < size; from += CHUNK) {
    const part = run(from, Math.min(CHUNK, size - from));
    parse += part.parse;
    judge += part.judge;
    bytes += part.bytes;
    findings += part.found;
  }
  const rss = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({
      size,
      parse: parse / 1000,
      judge: judge / 1000,
      ratio: judge / parse,
      bytes: Math.round(bytes / size),
      findings,
      rss,
      policies: compiled.manifest.policies.length,
    }),
  );
}

/** Another id, another name, another private network: no two documents are the same. */
function different({ name, text }, number) {
  const hex = number.toString(16).padStart(8, "0");
  return {
    name,
    text: text.replaceAll(/-0[0-9a-f]{8}/g, `-0${hex}`).replaceAll("10.20.", `10.${number & 255}.`),
  };
}
