import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FRAMEWORK, withFrameworks } from "../report/frameworks.js";
import { sampleReport } from "../report/sample.js";
import { inProcess } from "./in-process.js";

const folder = mkdtempSync(join(tmpdir(), "causeway-test-"));
const told = join(folder, "report.json");
const older = join(folder, "older.json");
writeFileSync(told, JSON.stringify(withFrameworks(sampleReport())));
writeFileSync(older, JSON.stringify(sampleReport()));

const asked = (input: string, ...more: string[]) =>
  inProcess("version: 1\n", ["report", "--input", input, ...more]);

describe("causeway report --framework", () => {
  it("shows each control of one framework as text", async () => {
    const { code, out } = await asked(told, "--framework", FRAMEWORK.id);
    expect(code).toBe(0);
    expect(out).toContain("Benchmark of the sample 3.0, 2024-01-31");
    expect(out).toContain("not covered by any policy");
  });

  it("and as JSON", async () => {
    const { out } = await asked(told, "--framework", FRAMEWORK.id, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      id: FRAMEWORK.id,
      controls: expect.arrayContaining([expect.objectContaining({ id: "9.1", state: "undecided" })]),
    });
  });

  it("says which frameworks there are, and that an older report has none", async () => {
    const unknown = await asked(told, "--framework", "cis");
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining(`use one of ${FRAMEWORK.id}`)]);
    const none = await asked(older, "--framework", "cis");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("scan again")]);
    const page = await asked(told, "--framework", FRAMEWORK.id, "--format", "html");
    expect([page.code, page.err]).toEqual([2, expect.stringContaining("use text or json")]);
  });
});
