import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { derive } from "../../src/derive/index.js";
import { scan } from "../../src/evaluate/index.js";
import { assemble } from "../../src/graph/index.js";
import {
  type Edge,
  type EstateNode,
  type Gap,
  gapOf,
  type PolicyException,
  type Report,
} from "../../src/model/index.js";
import { type Compiled, compilePolicies, shutdownCompiler } from "../../src/rego/index.js";
import { policy } from "../rego/policies.js";

const at = { source: "test", uri: "estate.json", line: 1 };
const scope = { provider: "aws", account: "111122223333", region: "eu-central-1" };
const node = (id: string, kind: EstateNode["kind"], is: { readonly name?: string }): EstateNode => ({
  id,
  kind,
  type: `test.${kind}`,
  label: is.name ?? id,
  aliases: [`${id}-alias`],
  scope,
  tags: {},
  is: is as never,
  native: {},
  at,
});

const NAMED =
  'findings contains {"key": "named", "message": sprintf("%s is bad", [input.subject.label]), "evidence": [input.subject.id]} if input.subject.is.name == "bad"\n';
const UNUSED =
  'findings contains {"key": "unused", "message": "nothing uses it"} if count(input.interfaces) == 0\n';
const TWICE = 'findings contains {"key": "same", "message": m} if some m in ["a", "b"]\n';
const SOME =
  'applicable if input.subject.is.name != "elsewhere"\n\nfindings contains {"key": "x", "message": "x"} if input.subject.is.name == "bad"\n';

let compiled: Compiled;
beforeAll(async () => {
  const modules = [
    policy({ id: "own/named", reads: "[]", body: NAMED }),
    policy({ id: "own/used", reads: "[interfaces]", more: "\n#   complete: true", body: UNUSED }),
    policy({ id: "own/apart", reads: "[]", body: SOME }),
    policy({ id: "own/typed", reads: "[]", more: "\n#   types: [other.type]", body: NAMED }),
  ];
  compiled = await compilePolicies({ modules });
});
afterAll(shutdownCompiler);

interface Story {
  readonly filters: readonly string[];
  readonly used?: readonly string[];
  readonly gaps?: readonly Gap[];
  readonly exceptions?: readonly PolicyException[];
  readonly by?: Compiled;
}

async function judged({
  filters,
  used = [],
  gaps = [],
  exceptions = [],
  by = compiled,
}: Story): Promise<Report & { of(id: string): unknown }> {
  const nodes = filters.map((name) => node(`f:${name}`, "filter", { name }));
  const interfaces = used.map((name) => node(`i:${name}`, "interface", {}));
  const edges: Edge[] = used.map((name) => ({ from: `i:${name}`, relation: "filters", to: `f:${name}`, at }));
  const graph = assemble([{ nodes: [...nodes, ...interfaces], edges, gaps }]);
  const report = await scan({
    graph,
    derived: derive(graph, {}),
    compiled: by,
    ledger: [],
    exceptions,
    today: "2026-01-31",
    disabled: [],
    severities: {},
    tool: { name: "causeway", version: "0" },
    input: { snapshot: "s", policies: "p" },
  });
  return { ...report, of: (id) => report.policies.find(({ meta }) => meta.id === id)?.tally };
}

const tally = (more: object) => ({ fail: 0, pass: 0, unknown: 0, notApplicable: 0, excepted: 0, ...more });
const gap = (touches: Partial<Gap["touches"]>) => gapOf({ reason: "denied", message: "denied", at, touches });
const exception = (more: Partial<PolicyException>): PolicyException => ({
  policy: "own/*",
  owner: "o",
  reason: "r",
  ticket: "T-1",
  expires: "2026-01-31",
  ...more,
});

describe("judging an estate", () => {
  it("fails, passes, and leaves out what does not apply", async () => {
    const report = await judged({
      filters: ["bad", "good", "elsewhere"],
      used: ["bad", "good", "elsewhere"],
    });
    expect(report.of("own/named")).toEqual(tally({ fail: 1, pass: 2 }));
    expect(report.of("own/apart")).toEqual(tally({ fail: 1, pass: 1, notApplicable: 1 }));
    expect(report.of("own/typed")).toEqual(tally({}));
    expect(report.findings.find(({ policy: id }) => id === "own/named")).toMatchObject({
      message: "bad is bad",
      evidence: [{ node: "f:bad", at }],
      cause: { id: "f:bad" },
    });
  });

  it("never passes what a gap touches, and lets a finding stand", async () => {
    const report = await judged({
      filters: ["bad", "good"],
      used: ["bad", "good"],
      gaps: [gap({ nodes: ["f:good-alias", "f:bad"] })],
    });
    expect(report.of("own/named")).toEqual(tally({ fail: 1, unknown: 1 }));
  });

  it("does not take an absence for a fact where it could not look", async () => {
    const seen = await judged({ filters: ["good"] });
    expect(seen.of("own/used")).toEqual(tally({ fail: 1 }));
    const blind = await judged({
      filters: ["good"],
      gaps: [gap({ kinds: ["interface"], account: "111122223333" })],
    });
    expect(blind.of("own/used")).toEqual(tally({ unknown: 1 }));
    const elsewhere = await judged({
      filters: ["good"],
      gaps: [gap({ kinds: ["interface"], account: "999999999999" })],
    });
    expect(elsewhere.of("own/used")).toEqual(tally({ fail: 1 }));
  });

  it("says once for a place that subjects may be missing there", async () => {
    const report = await judged({
      filters: ["good"],
      used: ["good"],
      gaps: [gap({ kinds: ["filter"], account: "111122223333", region: "eu-west-1" })],
    });
    expect(report.of("own/named")).toEqual(tally({ pass: 1, unknown: 1 }));
    expect(report.undecided.map(({ subject }) => subject.kind)).toContain("region");
  });

  it("calls a policy that contradicts itself undecided, and goes on with the others", async () => {
    const by = await compilePolicies({
      modules: [
        policy({ id: "own/twice", reads: "[]", body: TWICE }),
        policy({ id: "own/named", reads: "[]", body: NAMED }),
      ],
    });
    const report = await judged({ filters: ["bad"], by });
    expect(report.of("own/twice")).toEqual(tally({ unknown: 1 }));
    expect(report.of("own/named")).toEqual(tally({ fail: 1 }));
    expect(report.gaps.map(({ reason }) => reason)).toEqual(["policy-stopped"]);
  });

  it("keeps an exception through its last day and reports it afterwards, and one that covers nothing", async () => {
    const held = await judged({
      filters: ["bad"],
      used: ["bad"],
      exceptions: [exception({ subject: "f:b*" })],
    });
    expect(held.of("own/named")).toEqual(tally({ excepted: 1 }));
    expect(held.findings.map(({ exception: own }) => own?.ticket)).toEqual(["T-1", "T-1"]);
    const over = await judged({
      filters: ["bad"],
      used: ["bad"],
      exceptions: [exception({ expires: "2026-01-30" }), exception({ subject: "nothing" })],
    });
    expect(over.of("own/named")).toEqual(tally({ fail: 1 }));
    expect([over.exceptions.expired.length, over.exceptions.unmatched.length]).toEqual([1, 1]);
  });

  it("identifies a finding by policy, subject and key alone", async () => {
    const [alone] = (await judged({ filters: ["bad"] })).findings.filter(
      ({ policy: id }) => id === "own/named",
    );
    const [among] = (await judged({ filters: ["aaa", "bad", "zzz"] })).findings.filter(
      ({ policy: id }) => id === "own/named",
    );
    expect(among?.id).toBe(alone?.id);
  });
});
