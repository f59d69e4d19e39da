// The whole line: a snapshot is written as a collection writes it, and `causeway scan` judges it and writes its reports.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

const MOST_RSS = 1 << 30;
/** Of the time for a subject: the largest estate over that of ten thousand subjects. */
const MOST_GROWTH = 1.5;

function child(script, settings) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, script), JSON.stringify(settings)], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`${script} ended with ${run.status ?? run.signal}`);
  return JSON.parse(run.stdout);
}

const whole = (number) => Math.round(number).toLocaleString("en").replaceAll(",", " ");
const mib = (bytes) => whole(bytes / 2 ** 20);
const row = (cells) => `| ${cells.join(" | ")} |`;

function measured(subjects) {
  const folder = mkdtempSync(join(tmpdir(), "causeway-bench-"));
  try {
    const path = join(folder, "estate.duckdb");
    const written = child("write.mjs", { subjects, path });
    return { subjects, ...written, ...child("scan.mjs", { path, out: join(folder, "out") }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function bench({ upto, say }) {
  const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= upto);
  const rows = sizes.map((subjects) => {
    say(`the whole line with ${whole(subjects)} subjects`);
    return measured(subjects);
  });
  const each = ({ scanned, subjects }) => (scanned * 1000) / subjects;
  const base = rows.find(({ subjects }) => subjects === 10_000);
  const last = rows.at(-1);
  const linear = base === undefined || each(last) <= each(base) * MOST_GROWTH;
  const met = linear && rows.every(({ rss, code }) => rss <= MOST_RSS && code === 0);
  return { title: "The whole line", text: report(rows, each), met };
}

function report(rows, each) {
  const head = [
    ...["subjects", "snapshot MiB", "write s", "scan s", "µs a subject", "peak MiB"],
    ...["report.json MiB", "report.html MiB", "report.sarif MiB"],
  ];
  const body = rows.map((r) => [
    ...[whole(r.subjects), mib(r.bytes), (r.written / 1000).toFixed(1), (r.scanned / 1000).toFixed(1)],
    ...[whole(each(r)), `**${mib(r.rss)}**`],
    ...["json", "html", "sarif"].map((name) => mib(r.files[`report.${name}`])),
  ]);
  return `A snapshot of AWS answers, nodes and edges, written through the store that a collection writes to; then \`causeway scan\` in a process of its own on ${availableParallelism()} cores, with all built-in policies and all three reports. Its time counts from the start of the process; its peak memory holds the database and every thread. Promised: at most ${mib(MOST_RSS)} MiB, and growth that stays near linear (at most ${MOST_GROWTH}× the time for a subject that ten thousand take).

${[row(head), row(head.map(() => "---:")), ...body.map(row)].join("\n")}`;
}
