import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { savedFolder } from "../../src/cli/sources.js";
import { assemble } from "../../src/graph/index.js";
import { type Batch, RELATIONS, typesBehind, typesToldApart } from "../../src/model/index.js";

const FOLDERS = [
  ...readdirSync(join(import.meta.dirname, "reach")).map((story) => join("reach", story, "answers")),
  join("sample", "answers"),
  join("aws-shared-subnets", "answers"),
].filter((folder) => existsSync(join(import.meta.dirname, folder)));

describe("what is told of the types at the ends of arrows", () => {
  it.each(FOLDERS)("holds in %s", async (folder) => {
    const batches: Batch[] = [];
    for await (const { batch } of savedFolder(join(import.meta.dirname, folder))) batches.push(batch);
    const graph = assemble(batches);
    const wrong = new Set<string>();
    for (const { id, kind, type } of [...graph.kinds()]
      .flatMap((each) => graph.ids(each).map((one) => graph.node(one)))
      .filter((node) => node !== undefined)) {
      for (const segment of segmentsOf(kind)) {
        const told = typesBehind(type, segment);
        for (const other of graph.step(id, segment)?.ids ?? []) {
          const found = graph.node(other)?.type ?? "";
          if (told !== undefined && !told.includes(found)) wrong.add(`${type} ${segment} ${found}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
  });

  it("tells types of one kind apart, and none of another", () => {
    expect(typesToldApart("filter")).toContain("aws.network-acl");
    expect(typesToldApart("host").size).toBe(0);
  });
});

function segmentsOf(kind: string): string[] {
  return RELATIONS.flatMap(({ name, inverse, from, to }) => [
    ...(from.some((one) => one === kind) ? [name] : []),
    ...(to.some((one) => one === kind) ? [inverse] : []),
  ]);
}
