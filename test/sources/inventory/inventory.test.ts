import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/model/index.js";
import { isInventoryFile, readInventory } from "../../../src/sources/inventory/index.js";

const yaml = (text: string) => readInventory([{ path: "inventory.yaml", text }]);
const SITE =
  "inventory: 1\nsites:\n  - { id: hh, name: Hamburg, country: DE, ranges: [192.168.10.7/24, '2001:DB8::/48'] }\n";

describe("an inventory", () => {
  it("gives sites, hosts and interfaces with canonical addresses and lines", () => {
    const { nodes, edges, gaps } = yaml(
      `${SITE}hosts:\n  - id: fw\n    site: hh\n    addresses: [192.168.10.1]\n    interfaces: [{ name: eth0, addresses: [203.0.113.9] }]\n`,
    );
    expect(gaps).toEqual([]);
    expect(nodes.map(({ id, at }) => [id, at.line])).toEqual([
      ["inventory:site/hh", 3],
      ["inventory:host/fw", 5],
      ["inventory:host/fw/eth0", 5],
    ]);
    expect(nodes[0]?.is).toMatchObject({ cidrs: ["192.168.10.0/24", "2001:db8::/48"], country: "DE" });
    expect(nodes[1]?.is).toMatchObject({
      addresses: ["192.168.10.1", "203.0.113.9"],
      publicAddresses: ["203.0.113.9"],
    });
    expect(edges.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).toContain(
      "inventory:host/fw site inventory:site/hh",
    );
  });

  it("in CSV is the same as in YAML", () => {
    const csv = readInventory([
      {
        path: "dc/sites.csv",
        text: "\uFEFFid;name;country;ranges\nhh;Hamburg;DE;192.168.10.0/24 2001:db8::/48\n",
      },
      { path: "dc/hosts.csv", text: "id;site;addresses\nfw;hh;192.168.10.1\n" },
      { path: "dc/interfaces.csv", text: "host;name;addresses\nfw;eth0;203.0.113.9\n" },
    ]);
    const own = yaml(
      `${SITE}hosts:\n  - { id: fw, site: hh, addresses: [192.168.10.1], interfaces: [{ name: eth0, addresses: [203.0.113.9] }] }\n`,
    );
    expect(csv.nodes.map(({ id, is }) => [id, is])).toEqual(own.nodes.map(({ id, is }) => [id, is]));
  });

  it("says which address lies outside its site, and which sites overlap", () => {
    const { gaps } = yaml(
      `${SITE}  - { id: b, ranges: [192.168.0.0/16] }\nhosts:\n  - { id: fw, site: hh, addresses: [10.1.1.1] }\n`,
    );
    expect(gaps.map(({ reason }) => reason).sort()).toEqual(["ambiguous", "conflict"]);
  });

  it("leaves a formula as the text that it is", () => {
    const { nodes } = readInventory([
      { path: "sites.csv", text: 'id,name\nhh,"=HYPERLINK(""http://x"")"\n' },
    ]);
    expect(nodes[0]?.label).toBe('=HYPERLINK("http://x")');
  });

  it("is told from other YAML by its first member", () => {
    expect(isInventoryFile({ path: "a.yaml", text: SITE })).toBe(true);
    expect(isInventoryFile({ path: "a.yaml", text: "version: 1\n" })).toBe(false);
  });
});

describe("an inventory that cannot be used", () => {
  it.each([
    ["broken YAML", "inventory: 1\nsites: [", 2],
    ["an unknown member", `${SITE}hosts:\n  - { id: a, site: hh, colour: red }\n`, 5],
    ["an id that is there twice", `${SITE}  - { id: hh }\n`, 4],
    ["a site that is not there", `${SITE}hosts:\n  - { id: a, site: nowhere }\n`, 5],
    ["a block that is none", "inventory: 1\nsites:\n  - { id: a, ranges: [10.0.0.0/33] }\n", 3],
    ["a version from the future", "inventory: 2\n", 1],
    ["a bomb of aliases", `inventory: 1\nsites: &a [${"*a,".repeat(50)}]\n`, undefined],
  ])("names the line: %s", (_what, text, line) => {
    let caught: unknown;
    try {
      yaml(text);
    } catch (error) {
      caught = error;
    }
    if (line === undefined) expect(caught).toBeInstanceOf(Error);
    else expect(caught).toMatchObject({ place: { path: "inventory.yaml", line } });
  });

  it.each([
    ["an unknown column", "hosts.csv", "id,site,ip\n"],
    ["an open quote", "sites.csv", 'id,name\n"hh,x\n'],
    ["an interface of nobody", "interfaces.csv", "host,name\nx,eth0\n"],
  ])("in CSV: %s", (_what, path, text) => {
    expect(() => readInventory([{ path, text }])).toThrow(InputError);
  });
});
