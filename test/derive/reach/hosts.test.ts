import { describe, expect, it } from "vitest";
import { readInventory } from "../../../src/sources/inventory/index.js";
import { readNftables } from "../../../src/sources/nftables/index.js";
import { Estate } from "./estate.js";

type Rule = readonly [chain: string, ...expressions: object[]];

const IPS = { a: "10.50.0.10", b: "10.50.0.11", c: "10.50.1.10" };

/** Three hosts in two networks, and `r` with an interface in each. */
const inventory = readInventory([
  {
    path: "inventory.yaml",
    text: JSON.stringify({
      inventory: 1,
      sites: [{ id: "dc", ranges: ["10.50.0.0/16"] }],
      networks: [
        { id: "n0", site: "dc", ranges: ["10.50.0.0/24"] },
        { id: "n1", site: "dc", ranges: ["10.50.1.0/24"] },
      ],
      hosts: [
        ...Object.entries(IPS).map(([id, ip]) => ({ id, site: "dc", addresses: [ip] })),
        {
          ...{ id: "r", site: "dc" },
          interfaces: [
            { name: "eth0", addresses: ["10.50.0.1"], network: "n0" },
            { name: "eth1", addresses: ["10.50.1.1"], network: "n1" },
          ],
        },
      ],
    }),
  },
]);

const base = (name: string, hook: string, more: object = {}) => ({
  ...{ name, hook, type: "filter", prio: 0, policy: "drop" },
  ...more,
});
const port = (number: number) => ({
  match: { op: "==", left: { payload: { protocol: "tcp", field: "dport" } }, right: number },
});
const state = (...right: string[]) => ({ match: { op: "in", left: { ct: { key: "state" } }, right } });
const accept = { accept: null };

/** The estate with listings of some of the hosts, each of one table. */
function estate(
  listings: Record<string, readonly [chains: readonly object[], rules?: readonly Rule[]] | string>,
) {
  const batches = Object.entries(listings).map(([host, listing]) => {
    const text = typeof listing === "string" ? listing : listed(...listing);
    return readNftables({ path: `${host}.json`, text, host, site: "dc" });
  });
  return new Estate([], [inventory, ...batches]);
}

function listed(chains: readonly object[], rules: readonly Rule[] = []): string {
  const at = { family: "inet", table: "t" };
  return JSON.stringify({
    nftables: [
      ...chains.map((chain) => ({ chain: { ...at, ...chain } })),
      ...rules.map(([chain, ...expr], handle) => ({ rule: { ...at, chain, handle, expr } })),
    ],
  });
}

const WEB = `tcp 80 ${IPS.a} → ${IPS.b}`;

describe("the chains of a host", () => {
  it("that accept what is new need a rule for answers", () => {
    const server = (...states: string[]) =>
      estate({
        b: [
          [base("i", "input"), base("o", "output")],
          [
            ["i", port(80), accept],
            ["o", state(...states), accept],
          ],
        ],
      });
    expect(server("established").verdict(WEB)).toBe("reaches");
    expect(server("new").verdict(WEB)).toBe("no-return");
    expect(server("invalid", "related").verdict(WEB)).toBe("no-return");
  });

  it("that drop what is new or invalid let answers pass", () => {
    const drop = (...states: string[]) =>
      estate({ a: [[base("i", "input", { policy: "accept" })], [["i", state(...states), { drop: null }]]] });
    expect(drop("invalid").verdict(WEB)).toBe("reaches");
    expect(drop("new").verdict(WEB)).toBe("reaches");
    expect(drop("established").verdict(WEB)).toBe("no-return");
  });

  it("know no connections before they are tracked", () => {
    const raw = (prio: number) =>
      estate({ b: [[base("p", "prerouting", { prio })], [["p", state("new"), accept]]] }).verdict(WEB);
    expect([raw(-300), raw(-200), raw(-150)]).toEqual(["filtered", "unknown", "reaches"]);
    const chain = base("p", "prerouting", { prio: -300, policy: "accept" });
    const strict = estate({
      b: [
        [chain],
        [
          ["p", state("established"), accept],
          ["p", state("invalid"), { drop: null }],
        ],
      ],
    });
    expect(strict.verdict(WEB)).toBe("filtered");
  });

  it("are uncertain of states where some packets are kept from being tracked", () => {
    const raw = base("p", "prerouting", { prio: -300, policy: "accept" });
    const input = base("i", "input", { policy: "accept" });
    const untracked = estate({
      b: [
        [raw, input],
        [
          ["p", port(80), { notrack: null }],
          ["i", state("untracked"), { drop: null }],
        ],
      ],
    });
    expect(untracked.verdict(WEB)).toBe("unknown");
  });

  it("before and after those for what it gets and sends judge too", () => {
    const hooked = (hook: string) => estate({ b: [[base("x", hook)]] });
    expect(hooked("prerouting").verdict(WEB)).toBe("filtered");
    expect(hooked("postrouting").verdict(WEB)).toBe("no-return");
    expect(hooked("forward").verdict(WEB)).toBe("reaches");
  });

  it("that translate leave what they match in doubt, also where a later one would refuse it", () => {
    const nat = (hook: string, statement: object) =>
      estate({
        b: [
          [base("n", hook, { type: "nat", prio: -100, policy: "accept" }), base("i", "input")],
          [
            ["n", port(80), statement],
            ["i", port(443), accept],
          ],
        ],
      });
    const redirect = nat("prerouting", { redirect: { port: 8080 } });
    expect(redirect.verdict(WEB)).toBe("unknown");
    expect(redirect.verdict(WEB.replace("80", "443"))).toBe("reaches");
    expect(redirect.verdict(WEB.replace("80", "22"))).toBe("filtered");
    const masked = nat("postrouting", { masquerade: null });
    expect(masked.verdict(`tcp 80 ${IPS.b} → ${IPS.a}`)).toBe("unknown");
  });

  it("that could not be read make it uncertain, and nobody else", () => {
    const broken = estate({ b: "{" });
    expect(broken.verdict(WEB)).toBe("unknown");
    expect(broken.verdict(`tcp 80 ${IPS.b} → ${IPS.a}`)).toBe("unknown");
    expect(broken.verdict(`tcp 80 ${IPS.a} → ${IPS.c}`)).toBe("reaches");
  });
});

describe("a host with interfaces in two networks", () => {
  const across = `tcp 80 ${IPS.a} → ${IPS.c}`;
  const router = (...ports: number[]) =>
    estate({
      r: [
        [base("f", "forward")],
        [["f", state("established"), accept], ...ports.map((one): Rule => ["f", port(one), accept])],
      ],
    });

  it("may stand between them: what it would refuse is unknown", () => {
    expect(router(443).verdict(across)).toBe("unknown");
    expect(router(80).verdict(across)).toBe("reaches");
    expect(estate({}).verdict(across)).toBe("reaches");
  });

  it("does not stand between hosts of one network", () => {
    expect(router(443).verdict(WEB)).toBe("reaches");
  });
});
