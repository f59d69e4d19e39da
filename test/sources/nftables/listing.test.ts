import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble, dumpGraph } from "../../../src/graph/index.js";
import type { Batch, EstateNode } from "../../../src/model/index.js";
import { isNftablesListing, readNftables } from "../../../src/sources/nftables/index.js";
import { rows } from "./short.js";

type Rule = readonly [chain: string, ...expressions: object[]];

/** A listing as nft writes it, of one inet table unless told otherwise. */
function listing(
  chains: readonly object[],
  rules: readonly Rule[] = [],
  others: readonly object[] = [],
): string {
  const at = { family: "inet", table: "t" };
  return JSON.stringify({
    nftables: [
      { metainfo: { version: "1.0.6", release_name: "x", json_schema_version: 1 } },
      { table: { family: "inet", name: "t", handle: 1 } },
      ...others,
      ...chains.map((chain) => ({ chain: { ...at, handle: 1, ...chain } })),
      ...rules.map(([chain, ...expr], index) => ({ rule: { ...at, chain, handle: index + 10, expr } })),
    ],
  });
}

const base = (name: string, hook: string, more: object = {}) => ({
  name,
  type: "filter",
  hook,
  prio: 0,
  policy: "drop",
  ...more,
});
const port = (number: number) => ({
  match: { op: "==", left: { payload: { protocol: "tcp", field: "dport" } }, right: number },
});
const read = (text: string, more: object = {}): Batch =>
  readNftables({ path: "fw.json", text, host: "fw-1", ...more });
const filters = (batch: Batch) =>
  batch.nodes.filter((node): node is EstateNode<"filter"> => node.kind === "filter");
const directions = (batch: Batch) =>
  Object.fromEntries(filters(batch).map(({ id, is }) => [id, is.directions]));

describe("the chains of a listing", () => {
  it("hang on their host and site, base chains alone on the host", () => {
    const batch = read(listing([base("input", "input"), { name: "web" }]), { site: "fra" });
    const edges = batch.edges
      .filter(({ relation }) => relation !== "filter")
      .map(({ from, relation, to }) => `${from} ${relation} ${to}`);
    expect(edges.sort()).toEqual([
      "inventory:host/fw-1 filters nft:fw-1/inet/t/input",
      "nft:fw-1/inet/t/input site inventory:site/fra",
      "nft:fw-1/inet/t/web site inventory:site/fra",
    ]);
    expect(new Set(batch.nodes.map(({ scope }) => scope.site))).toEqual(new Set(["fra"]));
  });

  it("say which direction they judge by themselves: input and forward what comes, output what goes, others nothing", () => {
    const batch = read(
      listing([base("i", "input"), base("f", "forward"), base("o", "output"), { name: "web" }]),
    );
    expect(directions(batch)).toEqual({
      "nft:fw-1/inet/t/i": ["ingress"],
      "nft:fw-1/inet/t/f": ["ingress"],
      "nft:fw-1/inet/t/o": ["egress"],
      "nft:fw-1/inet/t/web": [],
    });
  });

  it("that are reached from both sides have their rules twice, once a direction, under ids of their own", () => {
    const source = {
      match: { op: "==", left: { payload: { protocol: "ip", field: "saddr" } }, right: "10.0.0.1" },
    };
    const batch = read(
      listing(
        [base("i", "input"), base("o", "output"), { name: "both" }],
        [
          ["i", { jump: { target: "both" } }],
          ["o", { jump: { target: "both" } }],
          ["both", source, { accept: null }],
        ],
      ),
    );
    expect(rows(batch, "nft:fw-1/inet/t/both").sort()).toEqual([
      "allow ipv4 peers 10.0.0.1/32",
      "allow out ipv4 here 10.0.0.1/32",
    ]);
    expect(new Set(batch.nodes.map(({ id }) => id)).size).toBe(batch.nodes.length);
  });

  it("lead an accept on to the next base chain at the hook", () => {
    const batch = read(
      listing(
        [base("first", "input", { policy: "accept" }), base("second", "input", { prio: 10 })],
        [
          ["first", port(23), { drop: null }],
          ["first", port(22), { accept: null }],
          ["second", port(22), { accept: null }],
        ],
      ),
    );
    expect(directions(batch)).toEqual({ "nft:fw-1/inet/t/first": ["ingress"], "nft:fw-1/inet/t/second": [] });
    expect(rows(batch, "nft:fw-1/inet/t/first")).toEqual([
      "deny proto 6 port 23",
      "goto proto 6 port 22",
      "goto",
    ]);
    expect(rows(batch, "nft:fw-1/inet/t/second")).toEqual(["allow proto 6 port 22", "deny"]);
  });

  it("that share a chain but not what follows it have a copy of it each", () => {
    const batch = read(
      listing(
        [base("a", "input"), base("b", "input", { prio: 1 }), { name: "shared" }],
        [
          ["a", { jump: { target: "shared" } }],
          ["b", { jump: { target: "shared" } }],
          ["shared", { accept: null }],
        ],
      ),
    );
    expect(directions(batch)).toEqual({
      "nft:fw-1/inet/t/a": ["ingress"],
      "nft:fw-1/inet/t/b": [],
      "nft:fw-1/inet/t/shared": [],
      "nft:fw-1/inet/t/shared@2": [],
    });
    expect(rows(batch, "nft:fw-1/inet/t/shared")).toEqual(["goto"]);
    expect(rows(batch, "nft:fw-1/inet/t/shared@2")).toEqual(["allow"]);
    const jumps = batch.edges.filter(({ relation }) => relation === "jumps_to");
    expect(jumps.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      "nft:fw-1/inet/t/a#10 nft:fw-1/inet/t/shared",
      "nft:fw-1/inet/t/b#11 nft:fw-1/inet/t/shared@2",
      "nft:fw-1/inet/t/shared#12 nft:fw-1/inet/t/b",
    ]);
  });

  it("of a table that is switched off judge nothing, and flags that are not known touch the host", () => {
    const off = (flags: unknown) =>
      read(
        listing([base("i", "input")]).replace('"name":"t",', `"name":"t","flags":${JSON.stringify(flags)},`),
      );
    expect(directions(off(["dormant"]))).toEqual({ "nft:fw-1/input": ["ingress"], "nft:fw-1/inet/t/i": [] });
    expect(off("owner").gaps).toEqual([]);
    expect(off("t").gaps.map(({ touches }) => touches.nodes)).toEqual([["inventory:host/fw-1"]]);
  });

  it("leave a hook that no chain filters open, family by family", () => {
    const open = filters(read(listing([base("input", "input")], [], []).replaceAll('"inet"', '"ip"'))).find(
      ({ type }) => type === "nftables.hook",
    );
    expect(open?.label).toBe("input hook without a chain for IPv6");
    expect(filters(read(listing([base("input", "input")]))).map(({ type }) => type)).toEqual([
      "nftables.chain",
    ]);
    expect(rows(read(listing([])), "nft:fw-1/input")).toEqual(["allow ipv4", "allow ipv6"]);
  });

  it("jump to nowhere: the row says that it is not understood", () => {
    const batch = read(listing([base("i", "input")], [["i", { jump: { target: "gone" } }]]));
    expect(rows(batch, "nft:fw-1/inet/t/i")).toEqual(["jump if chain gone is not in the listing"]);
  });
});

describe("what is not modelled in a listing", () => {
  const touching = (batch: Batch) =>
    batch.gaps.map(({ message, touches }) => [message, touches.nodes.length > 0 || touches.kinds.length > 0]);

  it("touches every filter of the host where packets are sent elsewhere", () => {
    const nat = { name: "pre", type: "nat", hook: "prerouting", prio: -100, policy: "accept" };
    const batch = read(
      listing([base("i", "input"), nat], [["pre", port(80), { dnat: { addr: "10.0.0.1" } }]]),
    );
    expect(batch.gaps.map(({ touches }) => touches.nodes)).toEqual([["nft:fw-1/inet/t/i"]]);
    expect(directions(batch)).toEqual({ "nft:fw-1/inet/t/i": ["ingress"], "nft:fw-1/inet/t/pre": [] });
  });

  it("is told but touches no verdict where only the source of what leaves changes, or packets are refused early", () => {
    const post = { name: "post", type: "nat", hook: "postrouting", prio: 100, policy: "accept" };
    const raw = { name: "raw", type: "filter", hook: "prerouting", prio: -300, policy: "accept" };
    const batch = read(
      listing(
        [base("i", "input"), post, raw],
        [
          ["post", { masquerade: null }],
          ["raw", port(23), { drop: null }],
        ],
      ),
    );
    expect(touching(batch)).toEqual([
      ["Chain inet t post (nat at postrouting) changes the source of what leaves", false],
      [
        "Chain inet t raw (filter at prerouting) may refuse packets before or after the modelled hooks",
        false,
      ],
    ]);
  });

  it("hands a verdict to somebody else: the rule may accept and may refuse", () => {
    const cases = [{ queue: { num: 1 } }, { xt: { type: "target", name: "MYSTERY" } }, { wormhole: null }];
    for (const statement of cases) {
      const got = rows(read(listing([base("i", "input")], [["i", statement]])), "nft:fw-1/inet/t/i");
      expect(got.map((row) => row.split(" if ")[0])).toEqual(["deny", "allow"]);
    }
  });

  it("reads the targets of iptables that nft lists untranslated", () => {
    const xt = (name: string) => ({ xt: { type: "target", name } });
    const got = read(
      listing(
        [base("i", "input")],
        [
          ["i", port(22), xt("REJECT")],
          ["i", xt("LOG")],
          ["i", { xt: { type: "match", name: "recent" } }, { accept: null }],
        ],
      ),
    );
    expect(rows(got, "nft:fw-1/inet/t/i")).toEqual(["deny proto 6 port 22", "continue", "allow if xt match"]);
  });

  it("keeps bridges apart from the host's own hooks, and ARP out of it", () => {
    const text = listing(
      [base("i", "input")],
      [],
      [
        { chain: { ...base("f", "input"), family: "bridge", table: "b", handle: 1 } },
        { chain: { ...base("i", "input"), family: "arp", table: "a", handle: 1 } },
      ],
    );
    expect(directions(read(text))).toEqual({
      "nft:fw-1/bridge/b/f": ["ingress"],
      "nft:fw-1/inet/t/i": ["ingress"],
    });
  });
});

describe("a listing that cannot be trusted", () => {
  const whole = listing([base("i", "input")], [["i", port(22), { accept: null }]]);

  it("is a gap with its line where it breaks off, touching the filters of its host and site", () => {
    const broken = `${JSON.stringify(JSON.parse(whole), null, 1).slice(0, 300)}`;
    const batch = read(broken, { site: "fra" });
    expect(batch.nodes).toEqual([]);
    expect(batch.gaps).toHaveLength(1);
    expect(batch.gaps[0]).toMatchObject({
      reason: "unparsed",
      at: { uri: "fw.json", line: broken.split("\n").length },
      touches: { kinds: ["filter", "rule"], nodes: ["inventory:host/fw-1"], site: "fra" },
    });
  });

  it.each([
    ["another file", "{}"],
    ["the text form of nft", "table inet filter {\n}"],
    ["nothing", ""],
    ["nesting without end", `{"nftables": ${"[".repeat(100_000)}`],
  ])("is a gap where it is %s", (_what, text) => {
    const batch = read(text);
    expect([batch.nodes.length, batch.gaps.map(({ reason }) => reason)]).toEqual([0, ["unparsed"]]);
  });

  it("is a gap for each object that is not known or has no place", () => {
    const odd = [
      { wormhole: { family: "inet" } },
      { chain: 7 },
      7,
      { rule: { family: "inet", table: "x", chain: "y", expr: [] } },
      { chain: { family: "inet" } },
    ];
    const batch = read(listing([base("i", "input")], [], odd as object[]));
    expect(batch.gaps.map(({ reason }) => reason)).toEqual([
      "unrecognized",
      "unparsed",
      "unparsed",
      "unparsed",
      "unparsed",
    ]);
    expect(batch.gaps.every(({ touches }) => touches.kinds.includes("filter"))).toBe(true);
  });

  it("names chains as it likes: ids and labels stay sound", () => {
    const batch = read(
      listing([base("__proto__", "input"), base("a/b#c", "forward"), base("\u001b[31mred\u202e", "output")]),
    );
    expect(filters(batch).map(({ id }) => id)).toEqual([
      "nft:fw-1/inet/t/__proto__",
      "nft:fw-1/inet/t/a%2Fb%23c",
      "nft:fw-1/inet/t/%1B%5B31mred%E2%80%AE",
    ]);
    for (const { label } of batch.nodes) expect(label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("never throws, whatever its values are, and always makes a graph", () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const key = fc.constantFrom(
      "match",
      "vmap",
      "accept",
      "drop",
      "jump",
      "limit",
      "set",
      "mangle",
      "xt",
      "dnat",
      "ct",
      "__proto__",
    );
    const left = fc.constantFrom(
      { payload: { protocol: "ip", field: "saddr" } },
      { payload: { protocol: "tcp", field: "dport" } },
      { meta: { key: "l4proto" } },
      { ct: { key: "state" } },
      { concat: [{ meta: { key: "iifname" } }] },
      { "&": [{ payload: { protocol: "tcp", field: "flags" } }, "syn"] },
    );
    const match = fc.record({
      op: fc.constantFrom("==", "!=", "<", "in", "!"),
      left: fc.oneof(left, value),
      right: value,
    });
    const statement = fc.oneof(
      match.map((body) => ({ match: body })),
      fc.tuple(key, value).map(([name, body]) => ({ [name]: body })),
      value,
    );
    fc.assert(
      fc.property(fc.array(fc.array(statement, { maxLength: 3 }), { maxLength: 4 }), (rules) => {
        const batch = read(
          listing(
            [base("i", "input")],
            rules.map((expr) => ["i", ...expr] as unknown as Rule),
          ),
        );
        expect(batch.nodes.length).toBeGreaterThan(0);
        dumpGraph(assemble([batch]));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("is told from other files by its first member", () => {
    expect(isNftablesListing({ path: "a.json", text: whole })).toBe(true);
    expect(isNftablesListing({ path: "a.json", text: whole.slice(0, 40) })).toBe(true);
    expect(isNftablesListing({ path: "a.json", text: '{"Vpcs": []}' })).toBe(false);
  });
});
