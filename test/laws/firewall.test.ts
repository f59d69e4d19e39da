import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clause } from "../../src/derive/reach/clauses.js";
import { type Lean, statefulOf } from "../../src/derive/reach/stateful.js";
import { statelessOf } from "../../src/derive/reach/stateless.js";
import {
  AddressSet,
  type Packet,
  PacketSpace,
  PortSet,
  parseAddress,
  parseRange,
} from "../../src/net/index.js";

const space = new PacketSpace();

/** A rule in few words, from which both the sets and the judge below are made. */
interface Rule {
  readonly action: Clause["action"];
  readonly protocol: 6 | 17 | null;
  readonly from: "near" | "far" | null;
  readonly to: "near" | "far" | null;
  readonly port: number | null;
  readonly sourcePort: number | null;
  readonly sure: boolean;
  readonly twoWay: boolean;
  readonly connection: Clause["connection"];
}

const BLOCKS = { near: "10.0.0.0/8", far: "192.168.0.0/16" } as const;
const blockOf = (name: "near" | "far" | null) => {
  const range = name === null ? null : parseRange(BLOCKS[name]);
  return range === null ? AddressSet.ALL : AddressSet.ofRange(range);
};
const portOf = (port: number | null) =>
  port === null ? {} : { ports: PortSet.ofRanges([{ from: port, to: port }]) };

const side = fc.constantFrom("near" as const, "far" as const, null);
const rule: fc.Arbitrary<Rule> = fc.record({
  action: fc.constantFrom<Clause["action"]>("allow", "deny", "continue", "unknown"),
  protocol: fc.constantFrom(6 as const, 17 as const, null),
  from: side,
  to: side,
  port: fc.constantFrom(80, 22, null),
  sourcePort: fc.constantFrom(80, null, null),
  sure: fc.boolean(),
  twoWay: fc.boolean(),
  connection: fc.constantFrom<Clause["connection"]>(
    ...([
      null,
      null,
      ["to-server"],
      ["to-client"],
      ["established"],
      ["not-established"],
    ] as Clause["connection"][]),
    ["established", "to-server"],
    ["established", "to-client"],
  ),
});

function clauseOf(one: Rule): Clause {
  const source = portOf(one.sourcePort).ports;
  const destination = portOf(one.port).ports;
  const match = space.box({
    ...{ source: blockOf(one.from), destination: blockOf(one.to) },
    ...(one.protocol === null ? {} : { protocols: [one.protocol] }),
    ...(source === undefined ? {} : { sourcePorts: source }),
    ...(destination === undefined ? {} : { destinationPorts: destination }),
  });
  const { action, sure, twoWay, connection } = one;
  return {
    ...{
      id: "",
      label: "",
      at: { source: "test", uri: "" },
      target: null,
      turns: ["new", "reply"],
      gaps: [],
    },
    ...{ match, action, sure, twoWay, connection, disputed: false },
  };
}

const address = (text: string) => {
  const found = parseAddress(text);
  if (found === null) throw new Error(text);
  return found;
};

/** What is asked: first packets of connections. */
const packet: fc.Arbitrary<Packet> = fc.record({
  source: fc.constantFrom(address("10.1.1.1"), address("192.168.0.1")),
  destination: fc.constantFrom(address("10.2.2.2"), address("192.168.0.2")),
  protocol: fc.constantFrom(6, 17),
  sourcePort: fc.constantFrom(40_000, 80),
  destinationPort: fc.constantFrom(80, 22),
});

const back = (one: Packet): Packet => ({
  source: one.destination,
  destination: one.source,
  protocol: one.protocol,
  sourcePort: one.destinationPort ?? 0,
  destinationPort: one.sourcePort ?? 0,
});

function matches(one: Rule, sent: Packet): boolean {
  const plain = (it: Packet) =>
    (one.protocol === null || one.protocol === it.protocol) &&
    blockOf(one.from).contains(it.source) &&
    blockOf(one.to).contains(it.destination) &&
    (one.port === null || one.port === it.destinationPort) &&
    (one.sourcePort === null || one.sourcePort === it.sourcePort);
  return plain(sent) || (one.twoWay && plain(back(sent)));
}

/** One connection, packet by packet; `turns` says of each rule that is not certain whether it matches, or what it does. */
function passes(
  rules: readonly Rule[],
  first: Packet,
  { drop, turns }: { drop: string | undefined; turns: readonly boolean[] },
): boolean {
  const tcp = first.protocol === 6;
  const order = tcp
    ? [
        ["to-server", false],
        ["to-client", false],
        ["to-server", true],
        ["to-client", true],
      ]
    : [
        ["to-server", false],
        ["to-client", true],
        ["to-server", true],
      ];
  for (const [way, established] of order as [string, boolean][]) {
    const sent = way === "to-server" ? first : back(first);
    for (const [index, one] of rules.entries()) {
      const parts = one.connection ?? [];
      const state = established ? "established" : "not-established";
      if (!parts.every((part) => part === way || part === state) || !matches(one, sent)) continue;
      const turn = turns[index] === true;
      if (one.action === "unknown") return turn;
      const vague = one.action === "deny" && way === "to-client" && one.connection === null;
      if ((!one.sure || vague) && turn !== (one.action === "allow")) continue;
      if (one.action === "allow") return true;
      if (one.action === "deny") return false;
    }
    if (drop === "aws:drop_strict") return false;
    if (drop === "aws:drop_established" && (!tcp || (way === "to-server" && established))) return false;
  }
  return true;
}

const drops = fc.constantFrom(undefined, "aws:drop_strict", "aws:drop_established");

describe("the stateful rules of a firewall", () => {
  it("worked out for all packets say what each connection meets, packet by packet", () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), drops, packet, (rules, drop, first) => {
        const facts = { strictOrder: true, statefulDefaults: drop === undefined ? [] : [drop] };
        const clauses = rules.map(clauseOf);
        const by = (lean: Lean) =>
          space.contains(statefulOf(space.all, { space, rules: clauses, facts, lean }).permit, first);
        const outcomes = Array.from({ length: 2 ** rules.length }, (_none, number) =>
          passes(rules, first, { drop, turns: rules.map((_rule, index) => ((number >> index) & 1) === 1) }),
        );
        expect(by("sure")).toBe(outcomes.every((outcome) => outcome));
        expect(by("possible")).toBe(outcomes.some((outcome) => outcome));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the stateless rules of a firewall", () => {
  it("say of each packet what its first rule does, and of those that may match all that may come of it", () => {
    const actions = fc.constantFrom<Clause["action"]>("allow", "deny", "inspect", "unknown");
    const otherwise = fc.constantFrom("allow", "deny", "inspect");
    const one = fc.tuple(rule, actions).map(([given, action]) => ({ ...given, action, twoWay: false }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), otherwise, packet, (rules, last, sent) => {
        const found = statelessOf(space, space.all, { rules: rules.map(clauseOf), otherwise: last });
        const may = new Set<string>();
        const speaking = rules.filter((each) => matches(each, sent));
        const sure = speaking.findIndex((each) => each.sure);
        for (const { action } of sure === -1 ? speaking : speaking.slice(0, sure + 1))
          for (const each of action === "unknown" ? ["allow", "deny", "inspect"] : [action]) may.add(each);
        if (sure === -1) may.add(last);
        for (const outcome of ["allow", "deny", "inspect"] as const)
          expect(space.contains(found[outcome], sent), outcome).toBe(may.has(outcome));
      }),
      { numRuns: 1000 },
    );
  });
});
