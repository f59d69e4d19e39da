import { describe, expect, it } from "vitest";
import { compareReports } from "../../src/compare/index.js";
import type { Finding, Report, Undecided } from "../../src/model/index.js";
import { meta } from "../report/sample.js";

const ref = (id: string) => ({
  id,
  kind: "filter" as const,
  type: "aws.security-group",
  label: id,
  scope: { provider: "aws" },
  at: { source: "aws", uri: "a.json" },
});
const finding = (id: string, more: Partial<Finding> = {}): Finding => ({
  id,
  policy: "p/p",
  severity: "high",
  subject: ref(id),
  key: "k",
  message: id,
  evidence: [],
  cause: ref(id),
  state: "0123456789abcdef",
  ...more,
});
const undecided = (id: string): Undecided => ({
  id: `u${id}`,
  policy: "p/p",
  severity: "high",
  subject: ref(id),
  gaps: ["g"],
});
const exception = { policy: "p/p", owner: "o", reason: "r", ticket: "t", expires: "2030-01-01" };

function report(findings: Finding[], blind: Undecided[] = []): Report {
  return {
    schemaVersion: 1,
    tool: { name: "causeway", version: "0" },
    input: { snapshot: "s", policies: "p" },
    estate: { accounts: [], regions: [], sites: [], nodes: {} },
    policies: [],
    findings,
    undecided: blind,
    gaps: [],
    ledger: [],
    exceptions: { expired: [], unmatched: [] },
  };
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe("two runs beside each other", () => {
  it("tell what is new, gone and as before", () => {
    const delta = compareReports(report([finding("a"), finding("b")]), report([finding("b"), finding("c")]));
    expect([ids(delta.introduced), ids(delta.fixed), ids(delta.unchanged)]).toEqual([["c"], ["a"], ["b"]]);
  });

  it("tell as new what nothing came of before, and something does now", () => {
    const policies = [
      { meta: meta("p/p", "high"), tally: { fail: 1, pass: 0, unknown: 0, notApplicable: 0, excepted: 0 } },
    ];
    const run = (findings: Finding[]): Report => ({ ...report(findings), policies });
    const [mild, full] = [finding("a", { severity: "low" }), finding("a")];
    const worse = compareReports(
      run([mild, finding("b")]),
      run([full, finding("b", { severity: "critical" })]),
    );
    expect([ids(worse.introduced), ids(worse.fixed), ids(worse.unchanged)]).toEqual([["a"], [], ["b"]]);
    const better = compareReports(run([full]), run([mild]));
    expect([ids(better.introduced), ids(better.fixed), ids(better.unchanged)]).toEqual([[], [], ["a"]]);
    expect(ids(compareReports(run([mild]), run([mild])).unchanged)).toEqual(["a"]);
  });

  it("never call fixed what can no longer be judged", () => {
    const delta = compareReports(report([finding("a")]), report([], [undecided("a")]));
    expect(delta.fixed).toEqual([]);
    expect(ids(delta.undecided.introduced)).toEqual(["ua"]);
  });

  it("never call fixed what lies where subjects may be hidden now", () => {
    const scope = { provider: "aws", account: "1", region: "r1" };
    const place = { ...undecided("place"), subject: { ...ref("r"), kind: "region" as const, scope } };
    const here = finding("a", { subject: { ...ref("a"), scope } });
    const elsewhere = finding("b", { subject: { ...ref("b"), scope: { ...scope, region: "r2" } } });
    const delta = compareReports(report([here, elsewhere]), report([], [place]));
    expect(ids(delta.fixed)).toEqual(["b"]);
  });

  it("tell gaps that the change brought, and undecided subjects that are settled", () => {
    const gap = {
      id: "g",
      reason: "denied" as const,
      message: "m",
      at: ref("a").at,
      touches: { kinds: [], nodes: [] },
    };
    const delta = compareReports(report([], [undecided("a")]), { ...report([]), gaps: [gap] });
    expect(ids(delta.gaps)).toEqual(["g"]);
    expect(ids(delta.undecided.settled)).toEqual(["ua"]);
  });

  it("do not hold an excepted finding against the change", () => {
    const delta = compareReports(report([]), report([finding("a", { exception })]));
    expect(delta.introduced).toEqual([]);
    expect(ids(delta.unchanged)).toEqual(["a"]);
  });

  it("hold against the change what was accepted in another state", () => {
    const before = report([finding("a", { exception }), finding("b")]);
    const after = report([finding("a", { reopened: exception }), finding("b", { reopened: exception })]);
    const delta = compareReports(before, after);
    expect([ids(delta.introduced), ids(delta.unchanged)]).toEqual([["a"], ["b"]]);
    expect(compareReports(after, after).introduced).toEqual([]);
  });

  it("of the same estate differ in nothing", () => {
    const same = report([finding("a")], [undecided("b")]);
    const delta = compareReports(same, same);
    expect([
      delta.introduced,
      delta.fixed,
      delta.undecided.introduced,
      delta.undecided.settled,
      delta.gaps,
    ]).toEqual([[], [], [], [], []]);
  });
});
