import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const MAIN = join(ROOT, "dist/bundle/main.js");
const SAMPLE = ["--config", join(ROOT, "test/estates/sample/causeway.yaml")];
/** What the product promises, in milliseconds. */
const MOST = { help: 150, scan: 2000 };

/** Wall times in milliseconds, ascending. */
function times(runs, args, failing = [0]) {
  return Array.from({ length: runs }, () => {
    const begun = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (!failing.includes(status)) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
}

const median = (sorted) => sorted[Math.floor(sorted.length / 2)];
const row = (cells) => `| ${cells.join(" | ")} |`;

export async function bench({ quick, say }) {
  const runs = quick ? 5 : 21;
  const folder = mkdtempSync(join(tmpdir(), "causeway-bench-"));
  try {
    const snapshot = join(folder, "estate.duckdb");
    say("starting bare node, causeway --help, and the scan of the sample estate");
    const bare = times(runs, ["-e", "0"]);
    const help = times(runs, [MAIN, "--help"]);
    const collect = times(1, [MAIN, ...SAMPLE, "collect", "--output", snapshot], [0, 3]);
    const scanning = [MAIN, ...SAMPLE, "scan", "--snapshot", snapshot, "--out", join(folder, "out")];
    const scan = times(Math.ceil(runs / 3), [...scanning, "--fail-on", "none"]);
    const over = median(help) - median(bare);
    const rows = [
      ["`node -e 0`", bare, ""],
      ["`causeway --help`", help, `**${over.toFixed(0)} ms over bare Node** (promised: ${MOST.help})`],
      ["collecting the sample estate from its files", collect, ""],
      ["scanning it, all reports written", scan, `promised: ${MOST.scan} ms`],
    ];
    const text = [
      "Whole processes, wall time in milliseconds.",
      "",
      row(["command", "least", "median", "most", ""]),
      row(["---", "---:", "---:", "---:", "---"]),
      ...rows.map(([what, sorted, note]) =>
        row([what, ...[sorted[0], median(sorted), sorted.at(-1)].map((ms) => ms.toFixed(0)), note]),
      ),
    ].join("\n");
    return { title: "Start", text, met: over <= MOST.help && median(scan) <= MOST.scan };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
