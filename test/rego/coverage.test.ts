import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { modulesIn } from "../../src/cli/policy-set.js";
import { compilePolicies, coverTests, type FileCoverage, shutdownCompiler } from "../../src/rego/index.js";

const OPA = join(import.meta.dirname, "../../.tools/bin/opa");
const here = existsSync(OPA);
const FOLDER = join(import.meta.dirname, "covered");
const modules = modulesIn(FOLDER, "custom");

afterAll(shutdownCompiler);

type Range = readonly [number, number];

const lines = (ranges: readonly Range[]): number[] =>
  [
    ...new Set(
      ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
    ),
  ].sort((a, b) => a - b);

const told = (files: readonly FileCoverage[]) =>
  files.map(({ path, covered, notCovered, coveredLines, notCoveredLines }) => ({
    path,
    covered: lines(covered),
    notCovered: lines(notCovered),
    sums: [coveredLines, notCoveredLines],
  }));

interface OpaFile {
  readonly covered?: readonly { start: { row: number }; end: { row: number } }[];
  readonly not_covered?: OpaFile["covered"];
  readonly covered_lines?: number;
  readonly not_covered_lines?: number;
}

/** What `opa test --coverage` says of the same files. */
async function byOpa(run = "") {
  const { data } = await compilePolicies({ modules });
  const params = join(mkdtempSync(join(tmpdir(), "causeway-cover-")), "data.json");
  writeFileSync(params, JSON.stringify(data));
  const args = [
    "test",
    FOLDER,
    params,
    "--coverage",
    "--format",
    "json",
    ...(run === "" ? [] : ["--run", run]),
  ];
  const { stdout } = spawnSync(OPA, args, { encoding: "utf8" });
  const { files } = JSON.parse(stdout) as { files: Record<string, OpaFile> };
  const ranges = (found: OpaFile["covered"] = []) =>
    lines(found.map(({ start, end }) => [start.row, end.row]));
  return Object.entries(files)
    .filter(([path]) => !path.endsWith("_test.rego"))
    .map(([path, file]) => ({
      path,
      covered: ranges(file.covered),
      notCovered: ranges(file.not_covered),
      sums: [file.covered_lines ?? 0, file.not_covered_lines ?? 0],
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const OPEN = ["ssh_is_found", "others_are_not", "everything_outwards", "names"];
const ALL = [
  ...OPEN.map((name) => `policies.own.open_ports_test.test_${name}`),
  "policies.own.named_test.test_labels",
];

describe("line coverage", () => {
  it("says what the tests evaluate, and what no test does", async () => {
    const files = await coverTests({ modules, tests: ALL });
    expect(files.map(({ path }) => path.slice(FOLDER.length + 1))).toEqual([
      "lib/ports.rego",
      "own/named/policy.rego",
      "own/open_ports/policy.rego",
    ]);
    const [ports, named] = files;
    expect(lines(ports?.notCovered ?? [])).toEqual([12, 21, 22, 23]);
    expect(lines(named?.notCovered ?? [])).toEqual([13, 17, 18]);
  });

  it.skipIf(!here)("is that of opa test --coverage (skipped where opa cannot be had)", async () => {
    expect(told(await coverTests({ modules, tests: ALL }))).toEqual(await byOpa());
  });

  it.skipIf(!here)("of some tests is, too (skipped where opa cannot be had)", async () => {
    const tests = ALL.filter((name) => name.endsWith("_names"));
    expect(told(await coverTests({ modules, tests }))).toEqual(await byOpa("names"));
  });
});
