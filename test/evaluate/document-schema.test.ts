import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../src/cli/config-file.js";
import { deriveOptions } from "../../src/cli/derive-options.js";
import { openEstate } from "../../src/cli/estate.js";
import { compiledFor } from "../../src/cli/policy-set.js";
import { savedFolder } from "../../src/cli/sources.js";
import { type DeriveOptions, derive } from "../../src/derive/index.js";
import { documentSchema, explainDocument } from "../../src/evaluate/index.js";
import { assemble, type Graph } from "../../src/graph/index.js";
import {
  type Batch,
  DERIVED,
  KINDS,
  type Kind,
  type Manifest,
  type PolicyMeta,
  RELATIONS,
} from "../../src/model/index.js";
import { shutdownCompiler } from "../../src/rego/index.js";
import { sampleFolder } from "../cli/causeway.js";
import { inProcess } from "../cli/in-process.js";

const ESTATES = join(import.meta.dirname, "../estates");
const STORIES = [
  ...readdirSync(join(ESTATES, "reach")).map((story) => join("reach", story, "answers")),
  join("aws-shared-subnets", "answers"),
].filter((folder) => existsSync(join(ESTATES, folder)));

let manifest: Manifest;
const checks = new Map<Kind, ValidateFunction>();

beforeAll(async () => {
  ({ manifest } = await compiledFor({ config: { version: 1 }, folder: "." }));
});
afterAll(shutdownCompiler);

const readsOf = (kind: Kind) =>
  manifest.policies.filter(({ subject }) => subject === kind).flatMap(({ reads }) => reads);

function checkOf(kind: Kind): ValidateFunction {
  const known = checks.get(kind) ?? new Ajv().compile(documentSchema(kind, readsOf(kind)));
  checks.set(kind, known);
  return known;
}

/** All that one policy could read of a kind: what the policies there are read, and every relation and fact. */
function readingAll(kind: Kind): Manifest {
  const relations = RELATIONS.flatMap(({ name, inverse, from, to }) => [
    ...(from.includes(kind) ? [name] : []),
    ...(to.includes(kind) ? [inverse] : []),
  ]);
  const facts = Object.entries(DERIVED).filter(([, { kinds }]) => (kinds as readonly Kind[]).includes(kind));
  const reads = [...readsOf(kind), ...relations, ...facts.map(([name]) => name), "tags", "native"];
  return { policies: [{ id: "all", subject: kind, types: [], reads } as unknown as PolicyMeta] } as Manifest;
}

/** What does not fit, and how many documents do. */
function judged(graph: Graph, told: DeriveOptions = {}) {
  const derived = derive(graph, told);
  const estate = new Map([...graph.kinds()].map((kind) => [kind, [manifest, readingAll(kind)]]));
  const wrong = new Set<string>();
  let fitting = 0;
  for (const kind of graph.kinds()) {
    const check = checkOf(kind);
    for (const subject of graph.ids(kind)) {
      for (const each of estate.get(kind) ?? []) {
        if (check(explainDocument({ graph, derived, manifest: each, subject }))) fitting++;
        else {
          const [error] = check.errors ?? [];
          wrong.add(
            `${kind} ${error?.instancePath.replace(/\d+/g, "_")} ${error?.message} ${JSON.stringify(error?.params)}`,
          );
        }
      }
    }
  }
  return { wrong: [...wrong], fitting };
}

describe("the schema of a kind's documents", () => {
  it("is that of every document of the sample estate", async () => {
    const folder = sampleFolder();
    const path = join(folder, "causeway.yaml");
    const settings = readSettings(path);
    const collected = await inProcess(readFileSync(path, "utf8"), ["collect"], folder);
    expect(collected.code, collected.err).toBe(0);
    const { graph } = await openEstate(join(folder, "estate.duckdb"));
    const { wrong, fitting } = judged(graph, deriveOptions(settings));
    expect(wrong).toEqual([]);
    expect(fitting).toBeGreaterThan(500);
  }, 120_000);

  it.each(STORIES)("is that of every document in %s", async (story) => {
    const batches: Batch[] = [];
    for await (const { batch } of savedFolder(join(ESTATES, story))) batches.push(batch);
    expect(judged(assemble(batches)).wrong).toEqual([]);
  });

  it("is closed: what nobody has is misspelt, at any depth", () => {
    const check = new Ajv().compile(documentSchema("filter", []));
    const subject = { id: "f", is: { name: "web" }, kind: "filter", label: "f", type: "aws.security-group" };
    const network = { ...subject, is: { cidrs: [] }, kind: "network" };
    expect(check({ subject, network, rules: [], exposure: { ingress: [], egress: [] } })).toBe(true);
    expect(check({ subject, network: null })).toBe(true);
    for (const wrong of [
      { subject: { ...subject, is: { nmae: "web" } } },
      { subject: { ...subject, acount: "1" } },
      { subject, network: { ...network, is: { cidr: [] } } },
      { subject, network: { ...network, kind: "subnet" } },
      { subject, exposure: { ingres: [], egress: [] } },
      { subject, rule: [] },
    ])
      expect(check(wrong), JSON.stringify(wrong)).toBe(false);
  });

  it("goes one step from the subject, and further where a policy reads on", () => {
    const members = (...reads: string[]) => {
      const schema = documentSchema("rule", reads) as unknown as Deep;
      return Object.keys(schema.properties["filter"]?.properties ?? {});
    };
    expect(members()).not.toContain("interfaces");
    expect(members("filter.interfaces", "native", "tags")).toContain("interfaces");
  });

  it("says in words what each member is", () => {
    for (const kind of KINDS) {
      const { properties } = documentSchema(kind, readsOf(kind)) as unknown as Deep;
      const silent = Object.entries(properties).filter(([, { description }]) => !description);
      expect(silent, kind).toEqual([]);
    }
  });
});

interface Deep {
  readonly description?: string;
  readonly properties: Readonly<Record<string, Deep>>;
}
