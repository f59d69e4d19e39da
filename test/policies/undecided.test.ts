import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withDay } from "../../src/cli/parameters.js";
import { compiledFor } from "../../src/cli/policy-set.js";
import { targetsOf } from "../../src/evaluate/relation-paths.js";
import type { EstateNode, Kind, PolicyMeta, Report } from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { gap, judged } from "../evaluate/world.js";
import { batch, node } from "../graph/estate.js";

const AREAS = /^(?:alarms|audit|firewalls|hybrid|images|inventory|licences|outposts|services|transfers)\//;
const SCOPE = { provider: "aws", account: "1", region: "r1" };

let policies: Compiled;
beforeAll(async () => {
  const compiled = await compiledFor({ config: { version: 1 }, folder: "." });
  const day = withDay(compiled.data as Record<string, unknown>, compiled, "2026-01-31");
  const mine = compiled.manifest.policies.filter(({ id }) => AREAS.test(id));
  policies = { ...compiled, data: day as never, manifest: { ...compiled.manifest, policies: mine } };
});
afterAll(shutdownCompiler);

/** One node of every kind and type that the policies judge, of which nothing else is known. */
function subjects(metas: readonly PolicyMeta[]): EstateNode[] {
  const wanted = new Map<string, { kind: Kind; type: string }>();
  for (const { subject: kind, types } of metas)
    for (const type of types.length === 0 ? [`test.${kind}`] : types)
      wanted.set(`${kind}/${type}`, { kind, type });
  return [...wanted].map(([id, { kind, type }]) => node({ id, kind, type, scope: SCOPE, is: {} as never }));
}

const isPath = (read: string) => read !== "tags" && read !== "native";

const statesOf = ({ policies: rows }: Report) => rows.map(({ meta, tally }) => [meta.id, tally] as const);

describe("no gap, no pass", () => {
  it("leaves every policy undecided about a subject of which nothing was told", async () => {
    const nodes = subjects(policies.manifest.policies);
    const gaps = nodes.map(({ id }) => gap({ touches: { nodes: [id] }, message: `${id} was not told` }));
    const report = await judged(policies, { batch: batch(nodes, [], gaps) });
    expect(statesOf(report).filter(([, { pass }]) => pass > 0)).toEqual([]);
    expect(statesOf(report).filter(([, { unknown }]) => unknown === 0)).toEqual([]);
  });

  it("leaves every policy undecided that reads what was denied", async () => {
    const reading = policies.manifest.policies.filter(({ reads }) => reads.some(isPath));
    const nodes = subjects(reading);
    const kinds = new Set(
      reading.flatMap(({ subject, reads }) =>
        reads.filter(isPath).flatMap((path) => targetsOf(subject, path.split(".")[0] ?? "")),
      ),
    );
    const denied = gap({ touches: { kinds: [...kinds].sort() } });
    const report = await judged(policies, { batch: batch(nodes, [], [denied]) });
    const states = statesOf(report).filter(([id]) => reading.some((meta) => meta.id === id));
    expect(states.filter(([, { pass }]) => pass > 0)).toEqual([]);
    // What is found to be missing while it could not be seen is not a finding.
    const complete = new Set(reading.flatMap(({ id, complete: is }) => (is ? [id] : [])));
    expect(states.filter(([id, { fail }]) => complete.has(id) && fail > 0)).toEqual([]);
  });
});
