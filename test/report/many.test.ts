import { describe, expect, it } from "vitest";
import { canonicalJson, lazyList, type Report } from "../../src/model/index.js";
import { jsonParts, renderSarif, renderText } from "../../src/report/index.js";
import { pageData } from "../../src/report/page-data.js";
import { largeReport, sampleDelta, sampleReport } from "./sample.js";

const SEVERITIES = ["critical", "high", "medium", "low", "info"];

/** As a scan gives it: worst first, and read from disk when it is looked at. */
function many(count: number): Report {
  const report = largeReport(count);
  const findings = [...report.findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  return { ...report, findings: lazyList(count, (index) => structuredClone(findings[index] as never)) };
}

describe("a report of very many findings", () => {
  const report = many(30_000);

  it("is JSON in parts, the same text as the whole", () => {
    const parts = [...jsonParts(report)];
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(20_000);
    expect(parts.join("")).toBe(`${JSON.stringify(JSON.parse(canonicalJson(report)), null, 2)}\n`);
    for (const input of [sampleReport(), sampleDelta()])
      expect([...jsonParts(input)].join("")).toBe(
        `${JSON.stringify(JSON.parse(canonicalJson(input)), null, 2)}\n`,
      );
  });

  it("gives the page as many as a browser holds, the worst, and says how many it left out", () => {
    const { findings, omitted } = pageData(report);
    expect(findings).toHaveLength(20_000);
    expect(omitted).toEqual({ findings: 10_000, undecided: 0 });
    expect(new Set(findings.map(({ item }) => item.severity))).not.toContain("info");
  });

  it("tells the causes of the worst, and counts all", () => {
    expect(renderText(report)).toContain("behind the 20,000 most severe of 30,000 findings");
    expect(renderText(report)).toContain(
      "6,000 critical · 6,000 high · 6,000 medium · 6,000 low · 6,000 info",
    );
  });

  it("gives SARIF the worst 25,000", () => {
    const { runs } = JSON.parse(renderSarif(report));
    const levels = runs[0].results.map(({ level }: { level: string }) => level);
    expect(levels).toHaveLength(25_000);
    expect(levels.filter((level: string) => level === "error")).toHaveLength(12_000);
  });
});
