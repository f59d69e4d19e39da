import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { compiledPolicies } from "./policies.mjs";

/** What the product promises. */
const MOST = { different: 6, copies: 3, rss: 2 ** 30 };

/** Runs a file of this folder in a process of its own and takes the JSON that it prints. */
function child(file, settings) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, file), JSON.stringify(settings)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0)
    throw new Error(`${file} ${JSON.stringify(settings)} ended with ${run.status ?? run.signal}`);
  return JSON.parse(run.stdout);
}

const whole = (number) => Math.round(number).toLocaleString("en").replaceAll(",", " ");
const micro = (ms, count) => ((ms * 1000) / count).toFixed(1);
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map(() => "---:")), ...rows.map(row)].join("\n");

export async function bench({ upto, say }) {
  const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= upto);
  const ratios = [];
  for (const different of [true, false]) {
    for (const subjects of sizes) {
      say(
        `judging ${whole(subjects)} subjects, ${different ? "every document different" : "most are copies"}`,
      );
      ratios.push(child("measure.mjs", { subjects, different }));
    }
  }
  const scans = [];
  for (const subjects of sizes) {
    say(`scanning ${whole(subjects)} subjects`);
    scans.push(child("scan.mjs", { subjects, different: false, workers: availableParallelism() }));
  }
  const threads = [];
  for (const workers of new Set([0, 1, availableParallelism()])) {
    say(`scanning with ${workers} worker threads`);
    threads.push(child("scan.mjs", { subjects: Math.min(100_000, sizes.at(-1)), different: true, workers }));
  }
  const within = (r) => r.ratio <= (r.different ? MOST.different : MOST.copies);
  const met = ratios.every(within) && scans.every(({ rss }) => rss <= MOST.rss);
  return { title: "Evaluation", text: report({ ratios, scans, threads }), met };
}

function report({ ratios, scans, threads }) {
  return `${compiledPolicies().manifest.policies.length} policies, all built in, over networks of ${105} subjects each (groups, interfaces, hosts, load balancers, …), read from AWS answers by Causeway's own normalizers.

## Judging, on one thread

From the text of the documents to outcomes, over a warm \`JSON.parse\` of the same texts in the same run. Promised: at most ${MOST.different}× with every document different, at most ${MOST.copies}× where most are copies but for identity. Writing the documents (walking the graph, deriving facts) is not in the ratio; it stands beside it. Times are µs a document.

${table(
  ["estate", "subjects", "documents", "judged", "MB", "JSON.parse", "judge", "ratio", "write"],
  ratios.map((r) => [
    r.different ? "different" : "copies",
    whole(r.subjects),
    whole(r.documents),
    whole(r.judged),
    whole(r.characters / 1e6),
    micro(r.parse, r.documents),
    micro(r.judge, r.documents),
    `**${r.ratio.toFixed(2)}**`,
    micro(r.write, r.documents),
  ]),
)}

## Whole scans

Assembled graph with its payloads in a file, all cores, most documents copies. Peak memory is that of the whole process, assembling included. Promised: at most ${whole(MOST.rss / 2 ** 20)} MiB.

${table(
  ["subjects", "nodes", "findings", "assemble s", "scan s", "µs a subject", "peak MiB"],
  scans.map((r) => [
    whole(r.subjects),
    whole(r.nodes),
    whole(r.findings),
    (r.assembled / 1000).toFixed(1),
    (r.scanned / 1000).toFixed(1),
    micro(r.scanned, r.subjects),
    `**${whole(r.rss / 2 ** 20)}**`,
  ]),
)}

## Threads

${whole(threads[0].subjects)} subjects, every document different. Each thread walks, derives, writes and judges its slices of the subjects over one shared graph; 0 does it on the thread that assembled.

${table(
  ["worker threads", "scan s", "speed-up"],
  threads.map((r) => [
    r.workers,
    (r.scanned / 1000).toFixed(1),
    `${(threads[0].scanned / r.scanned).toFixed(2)}×`,
  ]),
)}`;
}
