import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import type { Exposure } from "../../../src/model/index.js";
import { listingsOf, readInventory } from "../../../src/sources/inventory/index.js";
import { readNftables } from "../../../src/sources/nftables/index.js";
import { listed, noKernel } from "./kernel.js";
import { rows } from "./short.js";

const folder = join(import.meta.dirname, "../../estates/onprem-edge");
const file = (name: string) => ({ path: name, text: readFileSync(join(folder, name), "utf8") });
const EXPECTED = JSON.parse(file("expected.json").text) as unknown;

const inventory = [file("inventory.yaml")];
const listing = { ...file("edge.json"), ...listingsOf(inventory).get("edge.json") };
const graph = assemble([readInventory(inventory), readNftables(listing)]);
const derived = derive(graph);

/** What a filter lets in, in one line a cause. */
function admits(id: string): string[] {
  const { value, gaps } = derived.fact("exposure", id);
  expect(gaps).toEqual([]);
  return (value as unknown as Exposure).ingress.map(({ family, openings, peers, breadth, rules }) => {
    const what = openings
      .map(({ protocol, from, to }) => `${protocol}/${from}${from === to ? "" : `-${to}`}`)
      .join(" ");
    return `${breadth} ${family} ${what} from ${peers.join(" ")} by ${rules.map((rule) => rule.label).join(" and ")}`;
  });
}

describe("the edge firewall of a data centre", () => {
  it("hangs on its host, and the host on its site in Finland", () => {
    expect(graph.step("inventory:host/fw-1", "filters")?.ids).toEqual([
      "nft:fw-1/inet/edge/forward",
      "nft:fw-1/inet/edge/input",
      "nft:fw-1/inet/f2b/f2b-chain",
    ]);
    expect(graph.step("inventory:site/hel1", "hosts")?.ids).toEqual([
      "inventory:host/fw-1",
      "inventory:host/rdp-1",
    ]);
    expect(graph.gaps).toEqual([]);
  });

  it("admits what its owner did not mean: remote desktops from the whole IPv6 internet", () => {
    const admitted = Object.fromEntries(graph.ids("filter").map((id) => [id, admits(id)]));
    expect(admitted).toEqual(EXPECTED);
  });

  it("quotes the rule with its place in the listing", () => {
    const rule = graph
      .ids("rule")
      .map((id) => graph.node(id))
      .find((node) => node?.label.includes("3389 accept"));
    expect(rule?.at).toMatchObject({ source: "nftables", uri: "edge.json" });
    expect(listing.text.split("\n")[(rule?.at.line ?? 0) - 1]).toContain("remote hands, ticket 4711");
  });

  it.skipIf(noKernel !== null)("is listed by the kernel as it was committed", () => {
    const again = readNftables({ ...listing, text: listed(file("edge.nft").text) });
    const committed = readNftables(listing);
    const chains = graph.ids("filter");
    expect(chains.map((chain) => rows(again, chain))).toEqual(chains.map((chain) => rows(committed, chain)));
  });
});
