import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprint, type PolicyException, type Report } from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { batch, edge, node } from "../graph/estate.js";
import { policy } from "../rego/policies.js";
import { compiled, judged, opaque, tally } from "./world.js";

const says = (id: string, finding: string, more = "") =>
  policy({ id: `own/${id}`, reads: "[interfaces]", body: `findings contains ${finding}\n${more}` });

let policies: Compiled;
beforeAll(async () => {
  policies = await compiled([
    says(
      "good",
      `finding if {
	some interface in input.interfaces
	finding := {
		"key": interface.is.status,
		"message": sprintf("%s uses %s", [interface.label, input.subject.label]),
		"evidence": [interface.id, {"text": sprintf("seen at %s", [interface.id]), "node": interface.id}, {"text": "just said"}, "no such node"],
		"cause": interface.id,
	}
}`,
    ),
    says("graver", `{"key": s, "message": "m", "severity": s} if some s in ["critical", "low", "info"]`),
    says("grave", `{"key": "k", "message": "m", "severity": "dire"}`),
    says("keyless", `{"message": "m", "evidence": []}`),
    says("silent", `{"key": "k", "evidence": []}`),
    says("text", `"just a text"`),
    says("twice", `{"key": "k", "message": m, "evidence": []} if some m in ["one", "two"]`),
    says("lost", `{"key": "k", "message": "m", "cause": "no such node"}`),
    says("long", `{"key": "k", "message": concat("", [m | some _ in numbers.range(1, 3000); m := "x"])}`),
    says("when", `{"key": "k", "message": "m"}`, "applicable if input.subject.is.name == `web`\n"),
  ]);
});
afterAll(shutdownCompiler);

const HOSTILE = "</script>\u001b[2J\u007fid0\u007f\u2028\u0000 \ud800 𝒳";
const group = node({
  id: "sg-1",
  kind: "filter",
  type: "aws.security-group",
  label: HOSTILE,
  aliases: ["short"],
  is: { name: "db" },
});
const card = node({
  id: "eni-1",
  kind: "interface",
  label: "eni one",
  is: { status: "in\u0007use" },
  at: { source: "aws", uri: "enis.json", line: 7 },
});
const world = { batch: batch([group, card], [edge("eni-1 -filters-> sg-1")]) };

describe("a finding", () => {
  it("has the identity of policy, subject and key", async () => {
    const report = await judged(policies, world);
    const [found] = report.findings.filter(({ policy: of }) => of === "own/good");
    expect(found?.id).toBe(fingerprint(["own/good", "sg-1", "in\u0007use"]));
    expect(found?.subject).toMatchObject({ id: "sg-1", kind: "filter", scope: group.scope, at: group.at });
  });

  it("has places that the host adds, and what the policy made up it only says", async () => {
    const report = await judged(policies, world);
    const [found] = report.findings.filter(({ policy: of }) => of === "own/good");
    expect(found?.evidence).toEqual([
      { text: "eni one", node: "eni-1", at: card.at },
      { text: "seen at eni-1", node: "eni-1", at: card.at },
      { text: "just said" },
      { text: "no such node" },
    ]);
    expect(found?.cause.id).toBe("eni-1");
  });

  it("has the subject as its cause where it names no node", async () => {
    const report = await judged(policies, world);
    expect(
      report.findings.filter(({ policy: of }) => of === "own/lost").map(({ cause }) => cause.id),
    ).toEqual(["sg-1"]);
  });

  it("carries no control characters, and is bounded", async () => {
    const report = await judged(policies, world);
    for (const { key, message, evidence } of report.findings) {
      for (const text of [key, message, ...evidence.map((step) => step.text)]) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
        expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/);
        expect(text.isWellFormed()).toBe(true);
        expect(text.length).toBeLessThanOrEqual(2000);
      }
    }
    expect(report.findings.find(({ policy: of }) => of === "own/good")?.message).toContain("</script>");
  });

  it("is the same with ids and labels out of the document", async () => {
    const report = await judged(policies, world);
    expect(await judged(opaque(policies), world)).toEqual(report);
    expect(await judged(opaque(policies), world, { share: false })).toEqual(report);
  });
});

describe("what is no finding", () => {
  it.each([
    ["own/keyless", "without a key"],
    ["own/grave", "whose severity is none of critical, high, medium, low, info"],
    ["own/silent", "without a message"],
    ["own/text", "not an object"],
    ["own/twice", 'two findings with the key "k"'],
  ])("of %s leaves its subjects unknown, and says so by the policy's file", async (id, why) => {
    const report = await judged(policies, world);
    expect(tally(report, id)).toMatchObject({ fail: 0, pass: 0, unknown: 1 });
    const [undecided] = report.undecided.filter(({ policy: of }) => of === id);
    const gap = report.gaps.find((each) => each.id === undecided?.gaps[0]);
    expect(gap).toMatchObject({ reason: "policy-stopped", at: { uri: `own/${id}/policy.rego` } });
    expect(gap?.message).toContain(why);
  });

  it("is a policy that does not apply", async () => {
    expect(tally(await judged(policies, world), "own/when")).toMatchObject({
      fail: 0,
      pass: 0,
      notApplicable: 1,
    });
  });
});

describe("policies that take part", () => {
  it("are those that are not disabled, with the severities that hold", async () => {
    const report = await judged(policies, world, {
      disabled: ["own/l*", "own/t*", "own/gra*"],
      severities: { "own/good": "info" },
    });
    expect(report.policies.map(({ meta }) => meta.id)).toEqual([
      "own/good",
      "own/keyless",
      "own/silent",
      "own/when",
    ]);
    expect(report.findings.map(({ severity }) => severity)).toEqual(["info"]);
    expect(report.policies[0]?.meta.severity).toBe("info");
  });
});

describe("the severity of a finding", () => {
  const severities = (report: Report) =>
    report.findings
      .filter(({ policy: of }) => of === "own/graver")
      .map(({ key, severity }) => `${key} ${severity}`);

  it("is its own where it has one, above or below the policy's", async () => {
    const report = await judged(policies, world);
    expect(severities(report)).toEqual(["critical critical", "low low", "info info"]);
    expect(report.policies.find(({ meta }) => meta.id === "own/graver")?.meta.severity).toBe("medium");
  });

  it("is what the configuration says, where it says something of the policy", async () => {
    const report = await judged(policies, world, { severities: { "own/graver": "high" } });
    expect(severities(report)).toEqual(["critical high", "info high", "low high"]);
  });
});

describe("exceptions", () => {
  const except = (more: Partial<PolicyException>): PolicyException => ({
    policy: "own/lost",
    owner: "o",
    reason: "r",
    ticket: "t",
    expires: "2026-01-31",
    ...more,
  });
  const scanned = (...exceptions: PolicyException[]) => judged(policies, world, { exceptions });

  it("keep the finding and say who answers for it, through their last day", async () => {
    const exception = except({});
    const report = await scanned(exception);
    expect(report.findings.filter(({ exception: by }) => by !== undefined)).toMatchObject([
      { policy: "own/lost", exception },
    ]);
    expect(tally(report, "own/lost")).toMatchObject({ fail: 0, excepted: 1 });
  });

  it("that have expired hide nothing and are reported", async () => {
    const expired = except({ expires: "2026-01-30" });
    const report = await scanned(expired);
    expect(report.exceptions.expired).toEqual([expired]);
    expect(tally(report, "own/lost")).toMatchObject({ fail: 1, excepted: 0 });
  });

  it("match policies, subjects by id or alias, and keys, with stars", async () => {
    const covering = [
      { policy: "own/*" },
      { subject: "sg-*" },
      { subject: "sh*t" },
      { key: "*k*" },
      { subject: "*", key: "k" },
    ];
    for (const more of covering) {
      const report = await scanned(except(more));
      expect(tally(report, "own/lost"), JSON.stringify(more)).toMatchObject({ fail: 0, excepted: 1 });
      expect(report.exceptions.unmatched).toEqual([]);
    }
  });

  it("that cover nothing are reported", async () => {
    const stray = [{ policy: "own/los" }, { subject: "sg-2" }, { key: "k?" }, { subject: "*x*sg-1" }].map(
      except,
    );
    const report = await scanned(...stray);
    expect(report.exceptions.unmatched).toEqual(stray);
    expect(tally(report, "own/lost")).toMatchObject({ fail: 1, excepted: 0 });
  });

  it("take no time on patterns that would make a backtracking matcher hang", async () => {
    const start = performance.now();
    await scanned(except({ subject: `${"*a".repeat(5000)}*b` }));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("a finding whose cause is a rule that somebody changed", () => {
  it("says who did, when and from where", async () => {
    const lastChange = {
      who: "arn:aws:iam::1:user/ada",
      when: "2026-02-03T00:00:00Z",
      from: "198.51.100.7",
      event: "ModifySecurityGroupRules",
    };
    const rule = node({ id: "rule-1", kind: "rule", type: "aws.security-group-rule", is: { lastChange } });
    const own = policy({
      id: "own/changed",
      reads: "[rules]",
      body: `findings contains {"key": "k", "message": "m", "evidence": [], "cause": input.rules[0].id}`,
    });
    const world = { batch: batch([group, rule], [edge("rule-1 -filter-> sg-1")]) };
    const report = await judged(await compiled([own]), world);
    expect(report.findings[0]?.cause.lastChange).toEqual(lastChange);
    expect(report.findings.map(({ evidence }) => evidence)).toEqual([
      [
        {
          text: "last changed by arn:aws:iam::1:user/ada from 198.51.100.7 on 2026-02-03T00:00:00Z (ModifySecurityGroupRules)",
          node: "rule-1",
        },
      ],
    ]);
  });
});
