import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Recruits } from "../../src/evaluate/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { batch, edge, node } from "../graph/estate.js";
import { policy } from "../rego/policies.js";
import { programFile } from "./program-file.js";
import { compiled, gap, judged, opaque, open, tally } from "./world.js";

// Counts to a million million, unless the group is called otherwise; it only compares, which takes memory slowly.
const ENDLESS = `span := numbers.range(1, 1000)

findings contains {"key": "k", "message": "m"} if {
	input.subject.is.name == "endless"
	every a in span {
		every b in span {
			every c in span {
				every d in span { a != 2000; b != 2000; c != 2000; d != 2000 }
			}
		}
	}
}
`;
// Asks for more memory than there is.
const GREEDY = `findings contains {"key": "k", "message": "m"} if {
	input.subject.is.name == "greedy"
	count([x | some x in numbers.range(1, 30000000)]) > 0
}
`;

let policies: Compiled;
let trouble: Compiled;
let program: URL;
beforeAll(async () => {
  policies = await compiled([
    policy({ id: "own/open" }),
    policy({
      id: "own/unused",
      reads: "[interfaces]",
      body: `findings contains {"key": "k", "message": input.subject.label} if count(input.interfaces) == 0\n`,
    }),
    policy({
      id: "own/names",
      subject: "interface",
      reads: "[filters]",
      body: `findings contains {"key": f.is.name, "message": f.label, "evidence": [f.id]} if some f in input.filters\n`,
    }),
  ]);
  trouble = await compiled([
    policy({ id: "own/endless", reads: "[]", body: ENDLESS }),
    policy({ id: "own/greedy", reads: "[]", body: GREEDY }),
    policy({
      id: "own/plain",
      reads: "[]",
      body: `findings contains {"key": "k", "message": input.subject.label}\n`,
    }),
  ]);
  program = await programFile();
});
afterAll(shutdownCompiler);

const group = (id: string, name = "web", description = "") =>
  node({
    id,
    kind: "filter",
    type: "aws.security-group",
    label: `label of ${id}`,
    is: { name, description },
  });

/** Many groups that are copies of a few, every seventh with an interface, every fifth open, some hidden from us. */
function estate(size: number) {
  const ids = Array.from({ length: size }, (_, number) => `sg-${String(number).padStart(5, "0")}`);
  const nodes = ids.map((id, number) => group(id, `web-${number % 11}`));
  const held = ids.filter((_, number) => number % 7 === 0);
  const cards = held.map((id) => node({ id: `eni-${id}`, kind: "interface", label: `card of ${id}` }));
  const facts = ids.map((id, number): [string, object] => [
    id,
    number % 5 === 0 ? { value: { ingress: [open(22, id)], egress: [] } } : {},
  ]);
  const hidden = ids.filter((_, number) => number % 97 === 0);
  return {
    batch: batch(
      [...nodes, ...cards],
      held.map((id) => edge(`eni-${id} -filters-> ${id}`)),
      [gap({ touches: { nodes: hidden } })],
    ),
    facts: Object.fromEntries(facts),
  };
}

describe("the report of an estate", () => {
  it("is the same on one thread, on several, with copies judged once or each, and in any order", async () => {
    const world = estate(9000);
    const here = await judged(policies, world);
    expect(here.findings.length).toBeGreaterThan(9000);
    expect(here.undecided.length).toBeGreaterThan(0);
    const threads = { workers: 2, program };
    expect(await judged(policies, world, { threads })).toEqual(here);
    expect(await judged(opaque(policies), world)).toEqual(here);
    expect(await judged(opaque(policies), world, { threads })).toEqual(here);
    const { nodes, edges, gaps } = world.batch;
    const turned = { ...world, batch: batch([...nodes].reverse(), [...edges].reverse(), gaps) };
    expect(await judged(opaque(policies), turned, { threads })).toEqual(here);
  });

  it("is the same, and in the order of subjects, where neighbours by name are of networks far apart", async () => {
    const world = estate(9000);
    const { nodes, edges } = world.batch;
    const networks = Array.from({ length: 50 }, (_, number) =>
      node({ id: `vpc-${number}`, kind: "network" }),
    );
    const scattered = nodes.filter(({ kind }) => kind === "filter");
    const held = scattered.map(({ id }, number) => edge(`${id} -network-> vpc-${(number * 7) % 50}`));
    const spread = { ...world, batch: batch([...nodes, ...networks], [...edges, ...held], world.batch.gaps) };
    const here = await judged(policies, spread);
    for (const list of [here.findings, here.undecided]) {
      const order = list.map(({ severity, policy: id, subject }) => [severity, id, subject.id].join());
      expect(order).toEqual([...order].sort());
    }
    const recruits = new Recruits(program, 3);
    const there = await judged(opaque(policies), spread, { threads: { workers: 2, program, recruits } });
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
    expect(recruits.take()).toBeUndefined();
  });

  it("tells how far it is", async () => {
    const told: number[] = [];
    await judged(policies, estate(3000), { progress: (subjects) => told.push(subjects) });
    expect(told.at(-1)).toBe(3429);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});

describe("a policy that cannot finish", () => {
  const patience = 1500;
  const threads = () => ({ workers: 1, program, patience });

  it("is stopped in time, and leaves unknown that subject alone", async () => {
    const world = { batch: batch([group("sg-1"), group("sg-2", "endless"), group("sg-3")]) };
    const report = await judged(trouble, world, { threads: threads() });
    expect(tally(report, "own/endless")).toMatchObject({ pass: 2, unknown: 1 });
    expect(report.undecided.map(({ subject }) => subject.id)).toContain("sg-2");
    expect(report.gaps.map(({ message }) => message).join()).toContain("did not end within 1.5 s");
    expect(tally(report, "own/plain")?.fail).toBeGreaterThanOrEqual(2);
  });

  it("is given up after a few documents, not waited for on each", async () => {
    const many = Array.from({ length: 40 }, (_, number) => group(`sg-${number}`, "endless", `${number}`));
    const report = await judged(trouble, { batch: batch(many) }, { threads: threads() });
    expect(tally(report, "own/endless")).toMatchObject({ pass: 0, unknown: 40 });
  });

  it("leaves the same subjects unknown, however many threads judge, and counts copies once", async () => {
    // The second is a copy of the first, so that the third document is the second on which the policy does not end.
    const rare = new Map([900, 901, 4100, 7000].map((number, index) => [number, `${Math.max(1, index)}`]));
    const ids = Array.from({ length: 8000 }, (_, number) => `sg-${String(number).padStart(5, "0")}`);
    const groups = ids.map((id, number) => group(id, rare.has(number) ? "endless" : "web", rare.get(number)));
    const world = { batch: batch(groups) };
    const one = await judged(trouble, world, { threads: threads() });
    expect(tally(one, "own/endless")).toMatchObject({ pass: 4098, unknown: 3902 });
    expect(tally(one, "own/plain")).toMatchObject({ fail: 8000 });
    expect(await judged(trouble, world, { threads: { ...threads(), workers: 3 } })).toEqual(one);
  });

  it.each([0, 1])("for want of memory does not take the others down (%i threads)", async (workers) => {
    const world = { batch: batch([group("sg-1"), group("sg-2", "greedy"), group("sg-3")]) };
    const report = await judged(trouble, world, { threads: { ...threads(), patience: 60_000, workers } });
    expect(tally(report, "own/greedy")).toMatchObject({ pass: 2, unknown: 1 });
    expect(tally(report, "own/plain")?.fail).toBeGreaterThanOrEqual(2);
    expect(report.gaps[0]).toMatchObject({ reason: "policy-stopped" });
  });
});

describe("a worker that cannot start", () => {
  it("is our bug, and is said to be one", async () => {
    const threads = { workers: 1, program: new URL("file:///nowhere/program.mjs") };
    await expect(judged(policies, estate(10), { threads })).rejects.toThrow(/nowhere/);
    const recruits = new Recruits(threads.program, 2);
    await expect(judged(policies, estate(10), { threads: { ...threads, recruits } })).rejects.toThrow(
      /nowhere/,
    );
  });
});
