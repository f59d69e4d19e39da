import { readdirSync } from "node:fs";
import { platform } from "node:os";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, assemble, assembleStream, dumpGraph } from "../../src/graph/index.js";
import { createSnapshot, createSpillStore, openSnapshot } from "../../src/snapshot/index.js";
import { edge, handed, newFolder, node } from "./estate.js";

describe("a store on disk", () => {
  it("gives every value back, small and huge, in any order, while more are put", () => {
    const folder = newFolder();
    const values = fc.array(
      fc.oneof(
        fc.jsonValue(),
        fc.string({ unit: "binary" }),
        fc.integer({ min: 0, max: 3_000_000 }).map((size) => "é".repeat(size)),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (all, picks) => {
        const store = createSpillStore(folder);
        const handles: number[] = [];
        for (const value of all) {
          handles.push(store.put(value));
          const pick = (picks.next().value as number) % handles.length;
          expect(store.get(handles[pick] ?? -1)).toEqual(JSON.parse(JSON.stringify(all[pick])));
        }
        handles.forEach(
          (handle, index) => void expect(store.get(handle)).toEqual(JSON.parse(JSON.stringify(all[index]))),
        );
        store.close();
      }),
      { numRuns: 30 },
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves no file behind, however the process ends", () => {
    const folder = newFolder();
    const store = createSpillStore(folder);
    store.put("x".repeat(3_000_000));
    if (platform() !== "win32") expect(readdirSync(folder)).toEqual([]);
    expect(store.get(0)).toHaveLength(3_000_000);
    store.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("holds the same graph as memory does, from a snapshot too, and with a change laid over it", async () => {
    const hosts = Array.from({ length: 3000 }, (_, index) =>
      node({ id: `h${index}`, kind: "host", aliases: [`i-${index}`], native: { filler: "x".repeat(300) } }),
    );
    const nodes = [...hosts, ...hosts.slice(0, 50).map((host) => ({ ...host, tags: { more: "x" } }))];
    const edges = hosts.map(({ id }) => edge(`${id} -site-> dc`));
    const site = node({ id: "dc", kind: "site" });
    const whole = handed({ nodes: [...nodes, site], edges });
    const path = `${newFolder()}/estate.duckdb`;
    const writer = await createSnapshot(path);
    await writer.add(whole);
    await writer.finish();
    const reader = await openSnapshot(path);
    const store = createSpillStore();
    const graph = await assembleStream(reader.batches(), { store });
    await reader.close();
    const inMemory = assemble([whole.batch]);
    expect(dumpGraph(graph)).toBe(dumpGraph(inMemory));
    const gone = [{ op: "remove", target: "i-7", kind: "host", at: site.at }] as const;
    expect(dumpGraph(applyChanges(graph, gone))).toBe(dumpGraph(applyChanges(inMemory, gone)));
    expect(applyChanges(graph, gone).count("host")).toBe(2999);
    store.close();
  });
});
