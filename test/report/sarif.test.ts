import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import ajvDraft04 from "ajv-draft-04";
import ajvFormats from "ajv-formats";
import fc from "fast-check";
import type { Log, Result } from "sarif";
import { describe, expect, it } from "vitest";
import { gapOf } from "../../src/model/index.js";
import { renderSarif, type SarifOptions } from "../../src/report/index.js";
import { relativeUri } from "../../src/report/sarif/uri.js";
import { anyDelta, anyReport } from "./arbitrary.js";
import {
  EXCEPTION,
  finding,
  HOSTILE,
  hostileReport,
  largeReport,
  meta,
  node,
  sampleDelta,
  sampleReport,
} from "./sample.js";

const schemaFile = createRequire(import.meta.url)
  .resolve("@microsoft/jest-sarif")
  .replace(/lib\/.*$/, "lib/schemas/sarif-2.1.0-rtm.5.json");
// Both packages are CommonJS: what TypeScript calls the module is the default export at run time.
const Ajv = ajvDraft04 as unknown as typeof ajvDraft04.default;
const addFormats = ajvFormats as unknown as typeof ajvFormats.default;
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

function parse(text: string): Log {
  const log = JSON.parse(text);
  valid(log);
  expect(valid.errors ?? []).toEqual([]);
  return log as Log;
}

function raise(message: string): never {
  throw new Error(message);
}

const runOf = (input: Parameters<typeof renderSarif>[0], options?: SarifOptions) => {
  const run = parse(renderSarif(input, options)).runs[0];
  if (run === undefined) return raise("no run");
  return { run, results: run.results ?? [], rules: run.tool.driver.rules ?? [] };
};

/** What GitHub refuses, or shows wrongly, whatever the schema says. */
function expectGitHubRules({ run, results, rules }: ReturnType<typeof runOf>) {
  for (const rule of rules) {
    expect(rule.shortDescription?.text.length).toBeGreaterThan(0);
    expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule.help?.text.length).toBeGreaterThan(0);
    expect(rule.properties?.tags?.length).toBeLessThanOrEqual(20);
    expect(rule.name?.length).toBeLessThanOrEqual(255);
  }
  for (const result of results) {
    const place = result.locations?.[0]?.physicalLocation;
    const uri = place?.artifactLocation?.uri ?? "";
    expect(uri).toMatch(/^(?![a-z][a-z0-9+.-]*:)[^/\\\s<>"][^\\\s<>"]*$/i);
    expect(uri.split("/")).not.toContain("..");
    expect(() => decodeURIComponent(uri)).not.toThrow();
    expect(place?.region?.startLine).toBeGreaterThanOrEqual(1);
    expect((result.locations?.length ?? 0) + (result.relatedLocations?.length ?? 0)).toBeLessThanOrEqual(
      1000,
    );
    expect(result.partialFingerprints?.["causeway/v1"]).toBeTruthy();
    expect(result.partialFingerprints?.["primaryLocationLineHash"]).toBeTruthy();
    expect(result.message.text?.length).toBeGreaterThan(0);
    expect(result.ruleIndex === undefined || rules[result.ruleIndex]?.id === result.ruleId).toBe(true);
  }
  expect(results.length).toBeLessThanOrEqual(25_000);
  expect(run.automationDetails?.id).toMatch(/\//);
}

describe("the SARIF of a run", () => {
  it("is, for the sample, exactly the golden file", async () => {
    await expect(renderSarif(sampleReport())).toMatchFileSnapshot("golden/sample.golden.sarif");
  });

  it("keeps the schema and GitHub's rules for one of everything", () => {
    const sample = runOf(sampleReport(), { passes: true });
    expectGitHubRules(sample);
    expect(new Set(sample.results.map(({ kind }) => kind))).toEqual(new Set(["fail", "open", "pass"]));
  });

  it("points at the cause first and at the subject beside the evidence", () => {
    const { results } = runOf(sampleReport());
    const worst = results[0];
    expect(worst?.level).toBe("error");
    expect(worst?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "111122223333/eu-west-1/ec2.DescribeSecurityGroupRules.json" },
      region: { startLine: 40, startColumn: 1, endLine: 40, endColumn: 2 },
    });
    expect(worst?.relatedLocations?.map(({ message }) => message?.text)).toEqual([
      "Affected.",
      "sg-1 admits tcp/22 from 0.0.0.0/0",
    ]);
  });

  it("leaves what could not be judged open, and says why", () => {
    const open = runOf(sampleReport()).results.filter(({ kind }) => kind === "open");
    expect(open).toHaveLength(3);
    for (const result of open) {
      expect(result.level).toBe("none");
      expect(result.message.text).toContain("ec2:DescribeRouteTables was denied");
    }
  });

  it("suppresses an excepted finding with its owner, reason, ticket and end", () => {
    const suppressed = runOf(sampleReport()).results.filter(({ suppressions }) => suppressions !== undefined);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]?.suppressions?.[0]).toMatchObject({
      kind: "external",
      status: "accepted",
      justification: "bastion, until the broker is live (platform@example.com, SEC-12, until 2026-12-31).",
    });
  });

  it("has rejected the suppression of a finding that is open again, and says who had accepted what", () => {
    const reopened = { ...EXCEPTION, state: "fedcba9876543210" };
    const findings = [finding("network/quiet", "info", { reopened })];
    const [result] = runOf({ ...sampleReport(), findings }).results;
    expect(result?.properties?.["state"]).toBe("0123456789abcdef");
    expect(result?.suppressions).toEqual([
      {
        kind: "external",
        status: "rejected",
        justification: "reopened: was accepted in another state (platform@example.com, SEC-12).",
        properties: {
          owner: "platform@example.com",
          ticket: "SEC-12",
          expires: "2026-12-31",
          state: "fedcba9876543210",
        },
      },
    ]);
  });

  it("tells every gap and every exception that no longer works", () => {
    const invocation = runOf(sampleReport()).run.invocations?.[0];
    expect(invocation?.executionSuccessful).toBe(true);
    expect(
      invocation?.toolExecutionNotifications?.map(({ descriptor, level }) => [descriptor?.id, level]),
    ).toEqual([
      ["gap/denied", "warning"],
      ["gap/unrecognized", "note"],
    ]);
    expect(invocation?.toolConfigurationNotifications?.map(({ descriptor }) => descriptor?.id)).toEqual([
      "exception/expired",
      "exception/unmatched",
    ]);
  });

  it("does not call a run successful in which a policy stopped", () => {
    const stopped = gapOf({
      reason: "policy-stopped",
      message: "out of memory",
      at: { source: "evaluate", uri: "policies/x.rego" },
    });
    const { run } = runOf({ ...sampleReport(), gaps: [stopped] });
    expect(run.invocations?.[0]?.executionSuccessful).toBe(false);
  });

  it("gives GitHub a security severity for all but info, which has the level note alone", () => {
    const { rules } = runOf(sampleReport());
    const scores = Object.fromEntries(
      rules.map((rule) => [rule.defaultConfiguration?.level, rule.properties?.["security-severity"]]),
    );
    expect(rules.map((rule) => rule.properties?.["security-severity"])).toEqual([
      "5.5",
      "9.5",
      "8.0",
      undefined,
    ]);
    expect(scores["note"]).toBeUndefined();
  });

  it("holds only real alerts where it is meant for code scanning, which reads neither kind nor suppressions nor baseline", () => {
    for (const input of [sampleReport(), sampleDelta()]) {
      const { results } = runOf(input, { alertsOnly: true, passes: true });
      expect(results.length).toBeGreaterThan(0);
      expect(
        results.filter(
          ({ kind, suppressions, baselineState }) =>
            kind !== "fail" || suppressions || baselineState === "absent",
        ),
      ).toEqual([]);
    }
  });

  it("says of two runs what is new, what stayed and what is gone", () => {
    const { results, run } = runOf(sampleDelta());
    const states = (state: Result.baselineState) =>
      results.filter(({ baselineState }) => baselineState === state).length;
    expect([states("new"), states("unchanged"), states("absent")]).toEqual([2, 7, 1]);
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("infra/main.tf");
    expect(run.baselineGuid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is the same text for the same report", () => {
    expect(renderSarif(hostileReport())).toBe(renderSarif(hostileReport()));
  });

  it("keeps a finding's fingerprint when its line moves", () => {
    const print = (line: number) => {
      const moved = finding("a/b", "high", {
        cause: node("x", { at: { source: "terraform", uri: "main.tf", line } }),
      });
      return runOf({ ...sampleReport(), findings: [moved] }).results[0]?.partialFingerprints;
    };
    expect(print(3)).toEqual(print(300));
  });
});

describe("hostile text in SARIF", () => {
  it("keeps schema and rules, acts nowhere, and is cut", () => {
    const all = runOf(hostileReport());
    expectGitHubRules(all);
    const walk = (value: unknown): string[] =>
      typeof value === "string"
        ? [value]
        : Object.entries(value ?? {}).flatMap(([name, each]) => [name, ...walk(each)]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    const acting = /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/;
    expect(walk(all.run).filter((text) => acting.test(text))).toEqual([]);
    expect(Math.max(...all.results.map(({ message }) => message.text?.length ?? 0))).toBeLessThan(10_000);
  });

  it("cannot become a link or a placeholder in a message", () => {
    const message = "[click](http://evil.example) {0}";
    const { results } = runOf({
      ...sampleReport(),
      findings: [finding("a/b", "high", { message, cause: node("sg-1") })],
    });
    expect(results[0]?.message.text).toBe("\\[click\\](http://evil.example) {{0}}.");
  });

  it("cannot lead a location out of the root", () => {
    const cases: [string, string][] = [
      ["../../../etc/passwd", "etc/passwd"],
      ["/etc/passwd", "etc/passwd"],
      ["file:///etc/passwd", "etc/passwd"],
      ["https://evil.example/x", "evil.example/x"],
      ["C:\\Users\\x\\..\\y z%20#?.json", "C%3A/Users/x/y%20z%2520%23%3F.json"],
      ["javascript:alert(1)", "javascript%3Aalert(1)"],
      ["a/./b//c", "a/b/c"],
      ["", "estate"],
      ["..", "estate"],
      ["\ud800", "%EF%BF%BD"],
    ];
    expect(cases.map(([path]) => [path, relativeUri(path)])).toEqual(cases);
  });
});

describe("SARIF as a law", () => {
  it("holds the schema and GitHub's rules for any run", () => {
    fc.assert(
      fc.property(anyReport, (report) => expectGitHubRules(runOf(report, { passes: true }))),
      { numRuns: 60 },
    );
  });

  it("holds them for any two runs", () => {
    fc.assert(
      fc.property(anyDelta, (delta) => expectGitHubRules(runOf(delta))),
      { numRuns: 30 },
    );
  });
});

describe("the limits of code scanning", () => {
  it("keeps the 25,000 most severe of 30,000 results, says how many it left out, and stays under 10 MB", () => {
    const text = renderSarif(largeReport(30_000));
    const run = parse(text).runs[0];
    const results = run?.results ?? [];
    expect(results).toHaveLength(25_000);
    const counts = (level: string) => results.filter((result) => result.level === level).length;
    expect([counts("error"), counts("warning"), counts("note")]).toEqual([12_000, 6_000, 7_000]);
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      "5003 of 30003 results were left out",
    );
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });

  it("leaves out more where the file would still be too large", () => {
    const noise = (seed: number) =>
      Array.from({ length: 250 }, (_, index) =>
        Math.abs(Math.sin(seed * 251 + index))
          .toString(36)
          .slice(2),
      ).join("");
    const findings = largeReport(9_000, 1).findings.map((each, index) => ({
      ...each,
      message: noise(index),
    }));
    const text = renderSarif({ ...sampleReport(), findings });
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
    const run = parse(text).runs[0];
    expect(run?.results?.length).toBeLessThan(9_000);
    expect(run?.results?.[0]?.level).toBe("error");
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.descriptor?.id).toBe("report/cut");
  });

  it("keeps at most 1,000 locations for one result and says how much evidence it left out", () => {
    const evidence = Array.from({ length: 1_500 }, (_, index) => ({ text: `step ${index}` }));
    const { results } = runOf({ ...sampleReport(), findings: [finding("a/b", "high", { evidence })] });
    expect(results[0]?.relatedLocations).toHaveLength(999);
    expect(results[0]?.properties?.["evidenceLeftOut"]).toBe(502);
  });

  it("keeps at most 25,000 rules, those with results first", () => {
    const tally = { fail: 0, pass: 1, unknown: 0, notApplicable: 0, excepted: 0 };
    const policies = Array.from({ length: 25_010 }, (_, index) => ({
      meta: meta(`a/p${String(index).padStart(5, "0")}`, "low"),
      tally,
    }));
    // The schema's uniqueItems would compare every rule with every other.
    const log: Log = JSON.parse(
      renderSarif({ ...sampleReport(), policies, findings: [finding("a/p25009", "low")] }),
    );
    const { results = [], tool } = log.runs[0] ?? raise("no run");
    const { rules = [] } = tool.driver;
    expect(rules).toHaveLength(25_000);
    expect(rules[results[0]?.ruleIndex ?? -1]?.id).toBe("a/p25009");
  });

  it("keeps at most 20 tags a rule", () => {
    const types = Array.from({ length: 40 }, (_, index) => `aws.type-${index}`);
    const tally = { fail: 0, pass: 1, unknown: 0, notApplicable: 0, excepted: 0 };
    const { rules } = runOf({
      ...sampleReport(),
      policies: [{ meta: meta("a/b", "low", { types }), tally }],
    });
    expect(rules[0]?.properties?.tags).toHaveLength(20);
  });

  it("holds for every hostile text alone", () => {
    for (const message of HOSTILE)
      expectGitHubRules(runOf({ ...sampleReport(), findings: [finding(message, "high", { message })] }));
  });
});
