import { ECHO, MAPS, NAMED, PORTS, REPLIES, STATES } from "./host-matches.js";
import type { Random } from "./random.js";

/** Blocks and hosts that rules of a data centre are made of. */
export interface Neighbourhood {
  readonly four: readonly string[];
  readonly six: readonly string[];
}

/** What is drawn for a host. */
export interface Kind {
  /** It passes packets on between networks. */
  readonly forwards: boolean;
  /** Also what the listing's reader cannot know the effect of: address translation, untracked packets. */
  readonly strange: boolean;
}

type Family = "inet" | "ip" | "ip6";

interface Drawn {
  readonly random: Random;
  readonly near: Neighbourhood;
  readonly family: Family;
  /**
   * Chains after routing cannot send refusals (nft(8), reject statement). A host that sends them to itself hears
   * of packets that are neither the first nor its answer, which is all that is asked about.
   */
  readonly rejects: boolean;
}

/** A ruleset of one to three tables with ordered chains, jumps and defaults. */
export function randomRuleset(random: Random, near: Neighbourhood, kind: Kind): string {
  const families = random.pick<readonly Family[]>([
    ["inet"],
    ["inet"],
    ["ip", "ip6"],
    ["inet", "ip"],
    ["ip"],
    ["inet", "inet"],
    ["ip6", "inet", "ip"],
  ]);
  const plain = families
    .map((family, index) => table({ random, near, family, rejects: random.chance(0.4) }, `t${index}`, kind))
    .join("");
  return kind.strange ? plain + oddTable(random) : plain;
}

function table(drawn: Drawn, name: string, { forwards }: Kind): string {
  const { random, family } = drawn;
  const { rejects } = drawn;
  const outward = !rejects && random.chance(0.8) ? [base(drawn, "output")] : [];
  const again = random.chance(0.2)
    ? [base(drawn, rejects || random.chance(0.6) ? "input" : "output", "late")]
    : [];
  const aside =
    !rejects && random.chance(0.25) ? [base(drawn, random.chance(0.6) ? "prerouting" : "postrouting")] : [];
  const between = forwards ? [base(drawn, "forward")] : [];
  return `table ${family} ${name} {
${setsOf(drawn)} chain two {
  ${rules(drawn, [], 3)}
 }
 chain one {
  ${rules(drawn, ["two"], 3)}
 }
${[base(drawn, "input"), ...outward, ...again, ...aside, ...between].join("")}}
`;
}

type Hook = "input" | "output" | "forward" | "prerouting" | "postrouting";

function base(drawn: Drawn, hook: Hook, name: string = hook): string {
  const { random } = drawn;
  const remembers = random.chance(hook === "output" ? 0.7 : 0.85) ? random.pick(REMEMBERING) : "";
  const policy = random.chance(hook.includes("routing") ? 0.8 : 0.5) ? "accept" : "drop";
  const early = (hook === "prerouting" || hook === "output") && random.chance(0.2);
  return ` chain ${name} {
  type filter hook ${hook} priority ${early ? -300 : random.int(-5, 5)}; policy ${policy}
  ${remembers}
  ${rules(drawn, ["one", "two"], hook.includes("routing") ? 3 : 6)}
 }
`;
}

const REMEMBERING = [
  ...["ct state established,related accept", "ct state established,related accept"],
  ...["ct state established accept", "ct state { established, related, untracked } accept"],
  "ct state vmap { established : accept, related : accept, invalid : drop }",
  "ct state vmap { established : accept, new : continue, * : drop }",
  "ct state invalid drop\n  ct state established,related accept",
];

/** Sets and maps by name, of the family's addresses. */
function setsOf({ random, near, family }: Drawn): string {
  const six = family === "ip6";
  const [a, b] = random.some(six ? near.six : near.four, 2, 2);
  const [host] = random.some((six ? near.six : near.four).filter(isHost), 1, 1);
  const type = six ? "ipv6_addr" : "ipv4_addr";
  const set = (name: string, of: string, elements: string) =>
    ` set ${name} {\n  type ${of}\n  flags interval\n  elements = { ${elements} }\n }\n`;
  return [
    set("near", type, a === b || a === undefined || b === undefined || meet(a, b) ? `${a}` : `${a}, ${b}`),
    set("ports", "inet_service", random.pick(["22, 80-443", "53", "0-100, 443"])),
    ` set pairs {\n  type ${type} . inet_service\n  elements = { ${host} . 443, ${host} . 22 }\n }\n`,
    ` map doors {\n  type inet_service : verdict\n  elements = { 22 : accept, 80 : drop, 443 : goto two }\n }\n`,
  ].join("");
}

const isHost = (block: string) => !/[/-]/.test(block);
/** Intervals of a set must not overlap: blocks that are not hosts may. */
const meet = (a: string, b: string) => !isHost(a) || !isHost(b);

function rules(drawn: Drawn, jumps: readonly string[], most: number): string {
  return Array.from({ length: drawn.random.int(1, most) }, () => rule(drawn, jumps)).join("\n  ");
}

/** Chains may only jump further down, so that no loop is refused by the kernel. */
function rule(drawn: Drawn, jumps: readonly string[]): string {
  const { random, family, rejects } = drawn;
  if (jumps.includes("two") && random.chance(0.1)) return random.pick(MAPS);
  const targets = jumps.flatMap((chain) => [`jump ${chain}`, `goto ${chain}`]);
  const verdict = random.pick([
    "accept",
    "accept",
    "accept",
    "drop",
    "drop",
    rejects ? "reject" : "drop",
    "return",
    ...targets,
  ]);
  const six = family === "ip6" || (family === "inet" && random.chance(0.35));
  const match = what(random, family, six);
  const peer = !match.includes("addr") && random.chance(0.55) ? who(drawn, six) : "";
  return [peer, match, verdict].join(" ").trim();
}

function what(random: Random, family: Family, six: boolean): string {
  if (random.chance(0.15)) return random.pick(ECHO[six ? "ip6" : "ip"]);
  if (random.chance(0.15)) return random.pick(STATES);
  if (random.chance(0.12)) return random.pick(NAMED[family === "ip6" ? "ip6" : "ip"]);
  return random.pick(random.chance(0.2) ? REPLIES : PORTS);
}

function who({ random, near }: Drawn, six: boolean): string {
  const blocks = six ? near.six : near.four;
  const side = random.pick(["saddr", "saddr", "daddr"]);
  const [a, b] = random.some(blocks, 2, 2);
  const peer = random.pick([a, `!= ${a}`, a === b ? a : `{ ${a}, ${b} }`]);
  return `${six ? "ip6" : "ip"} ${side} ${peer}`;
}

/** What is sent elsewhere goes to a port that nobody asks for, so that two connections never become one. */
function oddTable(random: Random): string {
  const nat = (hook: string, priority: number, line: string) =>
    `table inet odd {\n chain ${hook} {\n  type nat hook ${hook} priority ${priority}; policy accept\n  ${line}\n }\n}\n`;
  const raw = (hook: string) =>
    `table inet odd {\n chain ${hook} {\n  type filter hook ${hook} priority -300; policy accept\n  ${random.pick(["udp dport 53", "meta l4proto tcp", "icmp type echo-request"])} notrack\n }\n}\n`;
  return random.pick([
    nat("prerouting", -100, "tcp dport 22 redirect to :8080"),
    nat("prerouting", -100, "tcp dport { 80, 443 } dnat ip to 10.50.0.11:8080"),
    nat(
      "prerouting",
      -100,
      "ip saddr 10.50.0.0/24 jump there\n }\n chain there {\n  udp dport 53 redirect to :8080",
    ),
    nat("output", -100, "ip daddr 10.50.0.11 tcp dport 22 dnat ip to 10.50.0.10:8080"),
    nat("postrouting", 100, "ip daddr 10.50.0.0/16 tcp dport 80 snat ip to 10.50.9.9"),
    nat("postrouting", 100, "udp dport 53 masquerade"),
    raw("prerouting"),
    raw("output"),
  ]);
}
