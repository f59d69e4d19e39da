import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderJson, schemaFiles } from "../../src/report/index.js";
import { anyDelta, anyReport } from "./arbitrary.js";
import { hostileReport, sampleDelta, sampleReport } from "./sample.js";

const published = join(import.meta.dirname, "../../reports/schema");
const schema = (name: string) =>
  new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(published, name), "utf8")));
const isReport = schema("report.schema.json");
const isDelta = schema("delta.schema.json");

describe("the JSON of a run", () => {
  it("holds the whole report, hostile text included, unchanged", () => {
    for (const report of [sampleReport(), hostileReport()])
      expect(JSON.parse(renderJson(report))).toEqual(report);
  });

  it("keeps the published schema, for any run and any two", () => {
    expect(isReport(JSON.parse(renderJson(sampleReport()))), JSON.stringify(isReport.errors)).toBe(true);
    expect(isDelta(JSON.parse(renderJson(sampleDelta()))), JSON.stringify(isDelta.errors)).toBe(true);
    fc.assert(
      fc.property(anyReport, (report) => isReport(JSON.parse(renderJson(report)))),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(anyDelta, (delta) => isDelta(JSON.parse(renderJson(delta)))),
      { numRuns: 20 },
    );
  });

  it("is refused by the schema where it is not a report", () => {
    const { gaps: _gaps, ...less } = sampleReport();
    expect(isReport(less)).toBe(false);
    expect(isReport({ ...sampleReport(), schemaVersion: 2 })).toBe(false);
  });

  it("has sorted members, so equal reports are equal text", () => {
    const report = sampleReport();
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
    expect(renderJson(turned)).toBe(renderJson(report));
  });
});

describe("the published schemas", () => {
  it("are what the model declares; `npm run docs` writes them anew", () => {
    const files = schemaFiles();
    // The schema of causeway.yaml lies there too; the command line writes it.
    const own = readdirSync(published).filter((name) => name !== "causeway.schema.json");
    expect(own.sort()).toEqual(files.map(({ name }) => name));
    for (const { name, text } of files) expect(readFileSync(join(published, name), "utf8"), name).toBe(text);
  });
});
