import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createSnapshot, openSnapshot } from "../../src/snapshot/index.js";
import { handed, newFolder, node } from "./estate.js";

const COUNT = 200_000;
const STEP = 7919;

describe("a large estate", () => {
  it("comes back whole and sorted from a snapshot, a few rows at a time", async () => {
    const path = `${newFolder()}/large.duckdb`;
    const writer = await createSnapshot(path);
    const id = (index: number) =>
      `arn:aws:ec2:eu-central-1:111122223333:instance/i-${String(index).padStart(9, "0")}`;
    let start = performance.now();
    for (let from = 0; from < COUNT; from += 10_000) {
      const nodes = Array.from({ length: 10_000 }, (_, offset) => {
        const index = ((from + offset) * STEP) % COUNT;
        return node({
          id: id(index),
          kind: "host",
          native: { InstanceId: `i-${index}`, filler: "x".repeat(300) },
        });
      });
      await writer.add(handed({ nodes }));
    }
    await writer.finish();
    const written = Math.round(performance.now() - start);
    start = performance.now();
    const reader = await openSnapshot(path);
    let count = 0;
    let most = 0;
    for await (const batch of reader.batches()) {
      most = Math.max(most, batch.nodes.length);
      for (const each of batch.nodes)
        if (each.id !== id(count++)) throw new Error(`${each.id} is out of order`);
    }
    await reader.close();
    const read = Math.round(performance.now() - start);
    console.log(
      `${COUNT} nodes: written in ${written} ms, read in ${read} ms, ${statSync(path).size >> 20} MiB`,
    );
    expect(count).toBe(COUNT);
    expect(most).toBeLessThanOrEqual(2048);
  }, 240_000);
});
