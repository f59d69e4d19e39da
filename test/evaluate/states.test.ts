import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EstateNode, JsonObject, PolicyException, Report } from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { batch, edge, node } from "../graph/estate.js";
import { policy } from "../rego/policies.js";
import { compiled, judged, opaque, open, tally, type World } from "./world.js";

let policies: Compiled;
beforeAll(async () => {
  policies = await compiled([
    policy({ id: "own/open" }),
    policy({
      id: "own/bucket",
      subject: "data-store",
      reads: "[native, tags]",
      body: `findings contains {"key": "k", "message": input.subject.label}\n`,
    }),
    policy({
      id: "own/held",
      reads: "[interfaces, rules]",
      body: `findings contains {"key": "k", "message": "m"} if count(input.rules) > 0\n`,
    }),
  ]);
});
afterAll(shutdownCompiler);

const MOMENT = "2026-01-05T06:00:00Z";
const group = (more: Partial<EstateNode> = {}) =>
  node({
    id: "sg-1",
    kind: "filter",
    type: "aws.security-group",
    label: "web",
    is: { name: "web", description: "old", stateful: true, directions: ["ingress", "egress"] },
    ...more,
  });
const bucket = (native: JsonObject, more: Partial<EstateNode> = {}) =>
  node({ id: "b", kind: "data-store", native, is: { sizeGib: 3, shares: ["1", "2"] } as never, ...more });
const TOLD = (label: string, example: string) => ({
  ...{ ingress: [{ ...open(22), rules: [{ id: "r-1", label }] }], egress: [] },
  paths: [{ from: 22, at: { id: example, label: example }, trace: [{ id: example, label: example }] }],
});
const ENDING = (moment: string) => ({
  policy: { Statement: [{ Effect: "Allow", Condition: { DateLessThan: { "aws:CurrentTime": moment } } }] },
});
const rule = (id: string, more: object = {}) =>
  node({
    id,
    kind: "rule",
    is: { direction: "ingress", description: "d", peers: [{ cidr: "::/0" }], ...more },
  });
const card = (id: string, status = "in-use") => node({ id, kind: "interface", is: { status } });

interface Story {
  readonly nodes?: readonly EstateNode[];
  readonly edges?: readonly string[];
  readonly exposure?: JsonObject;
}

function world({ nodes = [], edges = [], exposure }: Story = {}): World {
  const facts = {
    "sg-1": { value: exposure ?? { ingress: [open(22, "r-1"), open(80, "r-2")], egress: [] } },
  };
  const own = nodes.some(({ id }) => id === "sg-1") ? nodes : [group(), ...nodes];
  return {
    batch: batch(
      own,
      edges.map((each) => edge(each)),
    ),
    facts,
  };
}

const stateOf = (report: Report, id: string) => report.findings.find(({ policy: of }) => of === id)?.state;
const state = async (id: string, story?: Story) => stateOf(await judged(policies, world(story)), id);

const HELD: Story = {
  nodes: [rule("r-1"), card("eni-1")],
  edges: ["r-1 -filter-> sg-1", "eni-1 -filters-> sg-1"],
};

describe("the state of a finding", () => {
  it("is 16 hex digits, and the same in every run", async () => {
    expect(await state("own/open")).toMatch(/^[0-9a-f]{16}$/);
    expect(await state("own/open")).toBe(await state("own/open"));
  });

  const same: [string, string, Story, Story][] = [
    [
      "a group is called otherwise",
      "own/open",
      {},
      { nodes: [group({ label: "x", is: { ...group().is, name: "x", description: "new" } })] },
    ],
    [
      "its facts come in another order",
      "own/open",
      {},
      { exposure: { egress: [], ingress: [open(80, "r-2"), open(22, "r-1")] } },
    ],
    [
      "something else appears",
      "own/open",
      {},
      { nodes: [node({ id: "vpc-9", kind: "network" }), card("eni-9")] },
    ],
    [
      "a rule is labelled otherwise, and another example is told",
      "own/open",
      { exposure: TOLD("web", "eni-1") },
      { exposure: TOLD("www", "eni-2") },
    ],
    ["what only other policies read changes", "own/open", {}, HELD],
    [
      "a rule is described otherwise, or somebody looked up who made it",
      "own/held",
      HELD,
      {
        ...HELD,
        nodes: [
          rule("r-1", { description: "e", lastChange: { who: "a", when: MOMENT, from: null, event: "E" } }),
          card("eni-1"),
        ],
      },
    ],
    [
      "an interface gives way to another like it",
      "own/held",
      HELD,
      {
        nodes: [rule("r-1"), card("eni-2"), card("eni-3")],
        edges: ["r-1 -filter-> sg-1", "eni-2 -filters-> sg-1", "eni-3 -filters-> sg-1"],
      },
    ],
    [
      "a moment passes",
      "own/bucket",
      { nodes: [bucket({ At: MOMENT })] },
      { nodes: [bucket({ At: "2026-02-01 07:00:00.123+01:00" })] },
    ],
    [
      "a store fills up, and its sets are told in another order",
      "own/bucket",
      { nodes: [bucket({})] },
      {
        nodes: [bucket({}, { is: { sizeGib: 4, shares: ["2", "1"] } as never })],
      },
    ],
    [
      "it gets another name as a tag",
      "own/bucket",
      { nodes: [bucket({}, { tags: { a: "b" } })] },
      { nodes: [bucket({}, { tags: { a: "b", Name: "n" } })] },
    ],
  ];
  it.each(same)("stays where %s", async (...[, id, before, after]) => {
    expect(await state(id, after)).toBe(await state(id, before));
  });

  const other: [string, string, Story, Story][] = [
    [
      "the group is opened further",
      "own/open",
      {},
      { exposure: { ingress: [open(22, "r-1"), open(81, "r-2")], egress: [] } },
    ],
    [
      "another rule opens it",
      "own/open",
      {},
      { exposure: { ingress: [open(22, "r-1"), open(80, "r-3")], egress: [] } },
    ],
    ["its own facts change", "own/open", {}, { nodes: [group({ is: { ...group().is, stateful: false } })] }],
    [
      "another rule hangs on it",
      "own/held",
      HELD,
      { nodes: [...(HELD.nodes ?? []), rule("r-2")], edges: [...(HELD.edges ?? []), "r-2 -filter-> sg-1"] },
    ],
    [
      "a rule changes",
      "own/held",
      HELD,
      { ...HELD, nodes: [rule("r-1", { peers: [{ cidr: "::/1" }] }), card("eni-1")] },
    ],
    [
      "an interface is another",
      "own/held",
      HELD,
      { ...HELD, nodes: [rule("r-1"), card("eni-1", "available")] },
    ],
    [
      "the bucket gets another policy",
      "own/bucket",
      { nodes: [bucket({ Policy: { a: 1 } })] },
      { nodes: [bucket({ Policy: { a: 2 } })] },
    ],
    [
      "what is asked one after the other is asked in another order",
      "own/bucket",
      { nodes: [bucket({}, { is: { clients: ["!10.0.0.1", "10.0.0.0/8"] } as never })] },
      { nodes: [bucket({}, { is: { clients: ["10.0.0.0/8", "!10.0.0.1"] } as never })] },
    ],
    [
      "a label that is no name changes",
      "own/bucket",
      { nodes: [bucket({}, { is: { statement: { label: "a" } } as never })] },
      { nodes: [bucket({}, { is: { statement: { label: "b" } } as never })] },
    ],
    [
      "a condition of its policy ends later",
      "own/bucket",
      { nodes: [bucket({}, { is: ENDING(MOMENT) })] },
      { nodes: [bucket({}, { is: ENDING("2036-01-05T06:00:00Z") })] },
    ],
    [
      "something has a moment that had none",
      "own/bucket",
      { nodes: [bucket({})] },
      { nodes: [bucket({ DeletedAt: MOMENT })] },
    ],
    [
      "a tag changes",
      "own/bucket",
      { nodes: [bucket({}, { tags: { a: "b" } })] },
      { nodes: [bucket({}, { tags: { a: "c" } })] },
    ],
  ];
  it.each(other)("changes where %s", async (...[, id, before, after]) => {
    expect(await state(id, after)).not.toBe(await state(id, before));
  });

  it("is the same whether subjects are judged one by one or as copies of each other", async () => {
    const kind = fc.record({
      port: fc.integer({ min: 1, max: 3 }),
      name: fc.constantFrom("a", "b"),
      held: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 8 }), async (kinds) => {
        const nodes = kinds.flatMap(({ name, held }, n) => [
          group({ id: `sg-${n}`, label: `l${n}`, is: { ...group().is, name } }),
          ...(held ? [rule(`r-${n}`)] : []),
        ]);
        const edges = kinds.flatMap(({ held }, n) => (held ? [edge(`r-${n} -filter-> sg-${n}`)] : []));
        const facts = Object.fromEntries(
          kinds.map(({ port }, n) => [`sg-${n}`, { value: { ingress: [open(port, `r-${n}`)], egress: [] } }]),
        );
        const estate = { batch: batch(nodes, edges), facts };
        const singly = await judged(policies, estate, { share: false });
        expect(singly.findings.length).toBeGreaterThanOrEqual(kinds.length);
        expect(await judged(opaque(policies), estate)).toEqual(singly);
      }),
      { numRuns: 40 },
    );
  });
});

describe("an exception for a state", () => {
  const exception = (told: string | undefined, more: Partial<PolicyException> = {}): PolicyException => ({
    ...{ policy: "own/open", owner: "o", reason: "r", ticket: "T-1", expires: "2026-12-31" },
    ...(told === undefined ? {} : { state: told }),
    ...more,
  });
  const FURTHER: Story = { exposure: { ingress: [open(22, "r-1"), open(23, "r-2")], egress: [] } };
  const scanned = (story: Story, ...exceptions: PolicyException[]) =>
    judged(policies, world(story), { exceptions });

  it("holds as long as it is so", async () => {
    const report = await scanned({}, exception(await state("own/open")));
    expect(tally(report, "own/open")).toMatchObject({ fail: 0, excepted: 1 });
    expect(report.findings[0]?.reopened).toBeUndefined();
  });

  it("opens again when it is not, without another fingerprint, and is not called unmatched", async () => {
    const accepted = exception(await state("own/open"));
    const before = await scanned({}, accepted);
    const report = await scanned(FURTHER, accepted);
    expect(tally(report, "own/open")).toMatchObject({ fail: 1, excepted: 0 });
    expect(report.findings[0]).toMatchObject({ reopened: accepted, id: before.findings[0]?.id });
    expect(report.findings[0]?.exception).toBeUndefined();
    expect(report.exceptions.unmatched).toEqual([]);
  });

  it("gives way to another that holds", async () => {
    const report = await scanned(FURTHER, exception("0".repeat(16)), exception(undefined, { ticket: "T-2" }));
    expect(report.findings[0]).toMatchObject({ exception: { ticket: "T-2" } });
    expect(report.findings[0]?.reopened).toBeUndefined();
  });

  it("that has expired reopens nothing", async () => {
    const report = await scanned(FURTHER, exception("0".repeat(16), { expires: "2026-01-30" }));
    expect(report.findings[0]?.reopened).toBeUndefined();
    expect(report.exceptions.expired).toHaveLength(1);
  });
});
