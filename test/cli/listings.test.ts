import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { savedFolder, writtenFiles } from "../../src/cli/sources.js";
import type { Gap } from "../../src/model/index.js";

const folder = mkdtempSync(join(tmpdir(), "causeway-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const INVENTORY = `inventory: 1
sites:
  - id: hq
    name: hq
    country: DE
    ranges: [10.0.0.0/8]
hosts:
  - id: edge
    site: hq
    nftables: edge.json
    interfaces:
      - name: eth0
        addresses: [10.1.2.3]
`;
const LISTING = JSON.stringify({ nftables: [{ metainfo: { version: "1.0.6", json_schema_version: 1 } }] });

async function gapsOf(collected: ReturnType<typeof savedFolder>): Promise<Gap[]> {
  const gaps: Gap[] = [];
  for await (const { batch } of collected) gaps.push(...batch.gaps);
  return gaps.filter(({ at }) => at.source === "nftables");
}

describe("the listing that an inventory names for a host", () => {
  it("is a gap on that host where nobody gave it", async () => {
    writeFileSync(join(folder, "inventory.yaml"), INVENTORY);
    const [gap, ...more] = await gapsOf(savedFolder(folder));
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ reason: "not-collected", at: { uri: "edge.json" } });
    expect(gap?.message).toContain("edge.json");
    expect(gap?.touches.nodes).toEqual(["inventory:host/edge"]);
    const [named] = await gapsOf(writtenFiles([join(folder, "inventory.yaml")], []));
    expect(named?.touches.nodes).toEqual(["inventory:host/edge"]);
  });

  it("is none where it was given, by its path or for the host", async () => {
    const path = join(folder, "edge.json");
    writeFileSync(path, LISTING);
    expect(await gapsOf(savedFolder(folder))).toEqual([]);
    const elsewhere = [{ path, host: "edge" }];
    expect(await gapsOf(writtenFiles([join(folder, "inventory.yaml")], elsewhere))).toEqual([]);
  });
});
