import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { frameworksOf } from "../../src/cli/frameworks.js";
import { frameworkResults } from "../../src/evaluate/index.js";
import { ReportSchema, validate } from "../../src/model/index.js";
import { renderFramework, renderText } from "../../src/report/index.js";
import { FRAMEWORK, withFrameworks } from "./frameworks.js";
import { sampleReport } from "./sample.js";

const report = withFrameworks(sampleReport());
const [result] = report.frameworks ?? [];
const states = (result?.controls ?? []).map(({ id, state }) => [id, state]);

describe("a report by framework", () => {
  it("says of each control how it fares, and nothing is met because nobody looked", () => {
    expect(states).toEqual([
      ["5.2", "failed"],
      ["5.3", "uncovered"],
      ["9.1", "undecided"],
      ["9.2", "met"],
      ["9.3", "empty"],
      ["9.4", "excepted"],
    ]);
    expect(validate(ReportSchema, report)).toEqual([]);
  });

  it("names the gaps that an undecided control waits for", () => {
    const control = result?.controls.find(({ id }) => id === "9.1");
    expect(control?.gaps).toEqual(
      [
        ...new Set(
          report.undecided
            .filter(({ policy }) => policy === report.policies[0]?.meta.id)
            .flatMap(({ gaps }) => gaps),
        ),
      ].sort(),
    );
    expect(control?.gaps).not.toEqual([]);
    expect(control).toMatchObject({ undecided: 2, moreGaps: 0 });
  });

  it("is not met where its policies took no part", () => {
    const [bare] = frameworkResults({ policies: [], undecided: [] }, [FRAMEWORK]);
    expect(new Set(bare?.controls.map(({ state }) => state))).toEqual(new Set(["uncovered"]));
  });

  it("is text for a terminal: each control with its state, its policies and what it waits for", () => {
    const text = result === undefined ? "" : renderFramework(result, report, { columns: 100 });
    expect(text).toContain(
      "1 failed · 1 undecided · 1 excepted · 1 not covered · 1 nothing to judge · 1 met",
    );
    expect(text).toContain(
      "5.3       Nobody looks at this <b>one</b>\n          not covered by any policy\n",
    );
    expect(text).toMatch(/waits for denied: ec2:DescribeRouteTables was denied/);
    expect(text).toContain("what is not listed was not judged: what no sample needs.");
    const odd = { ...FRAMEWORK, title: "evil\u001b[2J\u202e", controls: [] };
    expect(renderFramework({ ...odd, controls: [] }, report)).toContain("evil\\u001b[2J\\u202e");
  });

  it("is not met where a policy that is cited was switched off, and says how many were", () => {
    const { policies, undecided } = report;
    const off = policies.slice(0, 2).map(({ meta }, index) => ({
      ...meta,
      id: `off/p${index}`,
      controls: { [FRAMEWORK.id]: ["9.2", "9.3", "5.2", "5.3"] },
    }));
    const [held] = frameworkResults({ policies, undecided }, [FRAMEWORK], off);
    const after = Object.fromEntries(held?.controls.map(({ id, state }) => [id, state]) ?? []);
    expect(after).toMatchObject({
      "5.2": "failed",
      "5.3": "uncovered",
      "9.2": "undecided",
      "9.3": "undecided",
    });
    expect(held?.controls.find(({ id }) => id === "9.2")?.off).toEqual(["off/p0", "off/p1"]);
    const text = held === undefined ? "" : renderFramework(held, report, { columns: 110 });
    expect(text).toContain("undecided: 3 passing, by 1 policy, 2 switched off");
    expect(text).toContain("not covered by any policy, 2 switched off");
  });

  it("has one line for each framework in the summary", () => {
    expect(renderText(report, { columns: 110 })).toContain(
      "CIS AWS 3.0  1 failed · 1 undecided · 1 excepted · 1 not covered",
    );
    expect(renderText(sampleReport())).not.toContain("Frameworks");
  });
});

describe("the frameworks that come along", () => {
  const frameworks = frameworksOf({ config: { version: 1 }, folder: "." });

  it("are read, each with its version, its source and at least one control", () => {
    const files = readdirSync(join(import.meta.dirname, "../../policies/frameworks")).sort();
    expect(frameworks.map(({ id }) => `${id}.yaml`)).toEqual(files);
    for (const { controls, source, version } of frameworks) {
      expect([controls.length > 0, source.startsWith("https://"), version !== ""]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it("say what is left out where they are not whole", () => {
    for (const { id, whole, rest } of frameworks)
      expect([id, whole || rest !== undefined]).toEqual([id, true]);
  });
});
