import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { renderSarif } from "../../src/report/index.js";
import { hostileReport, sampleDelta, sampleReport } from "./sample.js";

const tool = join(import.meta.dirname, "../../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
const folder = mkdtempSync(join(tmpdir(), "causeway-sarif-"));
afterAll(() => rmSync(folder, { recursive: true }));

const present = existsSync(tool);
const required = process.env["CI"] === "true";

function complaints(text: string): string[] {
  const file = join(folder, "report.sarif");
  writeFileSync(file, text);
  const { stdout, status } = spawnSync(tool, ["validate", file, "--rule-kind", "Sarif;Gh"], {
    encoding: "utf8",
    // The tool needs no ICU library for this, and the machine may have none.
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
  });
  expect(status).toBe(0);
  expect(stdout).toContain("Analysis completed successfully");
  return stdout.split("\n").filter((line) => /: (?:error|warning) /.test(line));
}

describe.skipIf(!present && !required)(
  `the OASIS and GitHub rules of sarif-multitool${present ? "" : " (not installed)"}`,
  () => {
    const options = { informationUri: "https://example.com/causeway" };

    it.each([
      ["a run with one of everything", sampleReport()],
      ["two runs compared", sampleDelta()],
      ["a run full of hostile text", hostileReport()],
    ])("have nothing to say against %s", (_name, input) => {
      expect(complaints(renderSarif(input, options))).toEqual([]);
    });

    it("would have something to say against a result without a place", () => {
      const broken = JSON.parse(renderSarif(sampleReport(), options));
      delete broken.runs[0].results[0].locations;
      expect(complaints(JSON.stringify(broken)).length).toBeGreaterThan(0);
    });
  },
);
