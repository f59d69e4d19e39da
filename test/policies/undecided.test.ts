import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withDay } from "../../src/cli/parameters.js";
import { compiledFor } from "../../src/cli/policy-set.js";
import { targetsOf } from "../../src/evaluate/relation-paths.js";
import {
  DERIVED,
  type Derived,
  type EstateNode,
  type Gap,
  type Kind,
  type PolicyMeta,
  type Report,
  type Tally,
} from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { gap, judged } from "../evaluate/world.js";
import { batch, node } from "../graph/estate.js";

const SCOPE = { provider: "aws", account: "1", region: "r1" };

let policies: Compiled;
beforeAll(async () => {
  const compiled = await compiledFor({ config: { version: 1 }, folder: "." });
  const day = withDay(compiled.data as Record<string, unknown>, compiled, "2026-01-31");
  policies = { ...compiled, data: day as never };
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

const isFact = (read: string) => Object.hasOwn(DERIVED, read);
const isPath = (read: string) => read !== "tags" && read !== "native" && !isFact(read);

/** What policies say by themselves of one node of each kind and type that they judge. */
function verdictsOf(metas: readonly PolicyMeta[], gaps: readonly Gap[], derived?: Derived) {
  const { manifest } = policies;
  const of = { ...policies, manifest: { ...manifest, policies: [...metas] } };
  return judged(of, { batch: batch(subjects(metas), [], gaps) }, derived === undefined ? {} : { derived });
}

const statesOf = ({ policies: rows }: Report) => rows.map(({ meta, tally }) => [meta.id, tally] as const);
const idsWith = (report: Report, picked: (tally: Tally) => boolean) =>
  statesOf(report).flatMap(([id, tally]) => (picked(tally) ? [id] : []));

/** Every fact of every kind, of which nobody could work out anything. */
const NOTHING: Derived = {
  kindsRead: () => [],
  names: (kind) =>
    Object.entries<{ readonly kinds: readonly Kind[] }>(DERIVED).flatMap(([name, { kinds }]) =>
      kinds.includes(kind) ? [name] : [],
    ),
  fact: (name, id) => ({
    value: {},
    gaps: [gap({ touches: { nodes: [id] }, message: `${name} of ${id} was not worked out` })],
  }),
};

/** A Web ACL of this type is the finding: there is nothing more to know. */
const BY_TYPE = ["web/no_classic_acls"];

describe("no gap, no pass", () => {
  it("leaves every policy undecided about a subject of which nothing was told", async () => {
    const { policies: metas } = policies.manifest;
    const gaps = subjects(metas).map(({ id }) =>
      gap({ touches: { nodes: [id] }, message: `${id} was not told` }),
    );
    const report = await verdictsOf(metas, gaps);
    expect(idsWith(report, ({ pass }) => pass > 0)).toEqual([]);
    expect(idsWith(report, ({ unknown }) => unknown === 0)).toEqual(BY_TYPE);
  });

  it("leaves every policy undecided that reads what was denied", async () => {
    const reading = policies.manifest.policies.filter(({ reads }) => reads.some(isPath));
    expect(reading.length).toBeGreaterThan(100);
    for (const meta of reading) {
      const { subject, reads, id, complete } = meta;
      const kinds = reads
        .filter(isPath)
        .flatMap((path) => targetsOf(subject, path.split(".")[0] ?? ""))
        .sort();
      const denied = gap({ touches: { kinds: [...new Set(kinds)] } });
      const [[, tally] = [id, null]] = statesOf(await verdictsOf([meta], [denied]));
      expect(tally, id).toMatchObject({ pass: 0 });
      // What is found to be missing while it could not be seen is not a finding.
      if (complete) expect(tally, id).toMatchObject({ fail: 0 });
    }
  });

  it("leaves every policy undecided whose facts could not be worked out", async () => {
    const reading = policies.manifest.policies.filter(({ reads }) => reads.some(isFact));
    expect(reading.length).toBeGreaterThan(100);
    const report = await verdictsOf(reading, [], NOTHING);
    expect(idsWith(report, ({ pass }) => pass > 0)).toEqual([]);
    expect(idsWith(report, ({ unknown }) => unknown === 0)).toEqual([]);
  });
});
