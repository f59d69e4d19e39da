import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { compiledPolicies } from "./policies.mjs";

/** What the product promises. */
const MOST = { different: 6, copies: 3, rss: 2 ** 30 };

/** Runs a file of this folder in a process of its own and takes the JSON that it prints. */
async function child(file, settings) {
  const program = join(import.meta.dirname, file);
  const run = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(run, "close");
  const text = await run.stdout.setEncoding("utf8").toArray();
  const [code, signal] = await ended;
  if (code !== 0) throw new Error(`${file} ${JSON.stringify(settings)} ended with ${code ?? signal}`);
  return JSON.parse(text.join(""));
}

/** Small estates are judged several times over, and the median is told; of the largest some blocks are judged. */
const PASSES = new Map([
  [1_000, 15],
  [10_000, 3],
]);
const EACH = new Map([[1_000_000, 16]]);

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
      const how = { passes: PASSES.get(subjects) ?? 1, each: EACH.get(subjects) ?? 1 };
      ratios.push(await child("measure.mjs", { subjects, different, ...how }));
    }
  }
  const scans = [];
  for (const subjects of sizes) {
    say(`scanning ${whole(subjects)} subjects`);
    scans.push(await child("scan.mjs", { subjects, different: false, workers: availableParallelism() }));
  }
  const most = Math.min(100_000, sizes.at(-1));
  const threads = [];
  for (const workers of new Set([0, 1, availableParallelism()])) {
    say(`scanning with ${workers} worker threads`);
    threads.push(await child("scan.mjs", { subjects: most, different: true, workers }));
  }
  const machine = await ceiling(most, say);
  const within = (r) => r.ratio <= (r.different ? MOST.different : MOST.copies);
  const met = ratios.every(within) && scans.every(({ rss }) => rss <= MOST.rss);
  return { title: "Evaluation", text: report({ ratios, scans, threads, machine }), met };
}

/**
 * What the machine gives: processes that share nothing, one for each core, each with its share of the subjects,
 * first one of them alone and then all at once.
 */
async function ceiling(subjects, say) {
  const count = availableParallelism();
  const share = { subjects: Math.ceil(subjects / count), different: true, workers: 0 };
  say(`scanning in ${count} processes at once`);
  const alone = await child("scan.mjs", share);
  const together = await Promise.all(Array.from({ length: count }, () => child("scan.mjs", share)));
  return {
    count,
    alone: alone.scanned,
    scanned: Math.max(...together.map(({ scanned }) => scanned)),
    cpu: together.reduce((sum, { cpu }) => sum + cpu, 0),
  };
}

function report({ ratios, scans, threads, machine }) {
  return `${compiledPolicies().manifest.policies.length} policies, all built in, over networks of ${105} subjects each (groups, interfaces, hosts, load balancers, …), read from AWS answers by Causeway's own normalizers.

## Judging, on one thread

From the text of the documents to outcomes, over a warm \`JSON.parse\` of the same texts in the same run. Promised: at most ${MOST.different}× with every document different, at most ${MOST.copies}× where most are copies but for identity. Both sides are equally warm at every size: another estate of 10 000 subjects was judged before, and nothing that was said of it is remembered. Writing the documents (walking the graph, deriving facts) is not in the ratio; it stands beside it, without what is prepared once for an estate. Times are µs of processor time a document, of all threads of the process; of small estates the median of several passes.${sampled(ratios)}

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

Nothing warm, the first documents of a process: ${cold(ratios)}.

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

${whole(threads[0].subjects)} subjects, every document different. Each thread walks, derives, writes and judges its slices of the subjects over one shared graph; 0 does it on the thread that assembled. The last row is what the machine gives at most: ${machine.count} processes that share nothing, each of which scans its part of the subjects, against one of them alone.

${table(
  ["worker threads", "scan s", "processor s", "speed-up"],
  [
    ...threads.map((r) => [
      r.workers,
      (r.scanned / 1000).toFixed(1),
      (r.cpu / 1000).toFixed(1),
      `${(threads[0].scanned / r.scanned).toFixed(2)}×`,
    ]),
    [
      `${machine.count} processes`,
      (machine.scanned / 1000).toFixed(1),
      (machine.cpu / 1000).toFixed(1),
      `${((machine.count * machine.alone) / machine.scanned).toFixed(2)}×`,
    ],
  ],
)}`;
}

/** Where not every block was judged: how many, for the table says documents. */
function sampled(ratios) {
  const partly = ratios.find(({ each }) => each > 1);
  if (partly === undefined) return "";
  return ` Of ${whole(partly.subjects)} subjects one block of neighbours in ${partly.each} is written and judged, spread evenly over the whole estate, which is assembled; the scan below judges all of them.`;
}

function cold(ratios) {
  const first = (kind) => ratios.find(({ different }) => different === kind);
  const told = [first(true), first(false)].map(
    (r) => `${micro(r.cold.judge, r.cold.documents)} µs a document ${r.different ? "different" : "copied"}`,
  );
  return `${told.join(", ")} (${whole(first(true).cold.documents)} documents)`;
}
