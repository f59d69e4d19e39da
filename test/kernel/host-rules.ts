import type { Random } from "./random.js";

/** Blocks and hosts that rules of a data centre are made of. */
export interface Neighbourhood {
  readonly four: readonly string[];
  readonly six: readonly string[];
}

type Family = "inet" | "ip" | "ip6";

const PORTS = [
  "tcp dport 22",
  "tcp dport != 80",
  "tcp dport { 22, 443 }",
  "tcp dport 80-443",
  "udp dport 53",
  "udp dport < 100",
  "meta l4proto tcp",
  "meta l4proto != udp",
  "meta l4proto { tcp, udp } th dport >= 80",
  "tcp sport 1024-65535 tcp dport 22-80",
  "udp sport >= 32768",
  "ct state new",
  "tcp flags & (fin|syn|rst|ack) == syn",
  'iifname != "lo"',
  "",
  "",
];
/** Rules of answers: ports turned round. */
const ANSWERS = ["tcp sport 22", "tcp sport { 80, 443 }", "udp sport 53", "tcp dport 32768-65535"];
const ECHO = {
  ip: ["icmp type echo-request", "meta l4proto icmp", "icmp type echo-reply"],
  ip6: ["icmpv6 type echo-request", "meta l4proto ipv6-icmp", "icmpv6 type echo-reply"],
};
const MAPS = [
  "tcp dport vmap { 22 : accept, 80 : drop, 443 : jump two }",
  "meta l4proto vmap { tcp : jump two, udp : continue }",
];

/** A ruleset of one to three tables with ordered chains, jumps and defaults, at the input and output hooks. */
export function randomRuleset(random: Random, near: Neighbourhood): string {
  const families = random.pick<readonly Family[]>([
    ["inet"],
    ["inet"],
    ["ip", "ip6"],
    ["inet", "ip"],
    ["ip"],
  ]);
  return families.map((family, index) => table({ random, near, family }, `t${index}`)).join("");
}

interface Drawn {
  readonly random: Random;
  readonly near: Neighbourhood;
  readonly family: Family;
}

function table(drawn: Drawn, name: string): string {
  const { random, family } = drawn;
  const rules = (jumps: readonly string[], most: number) =>
    Array.from({ length: random.int(1, most) }, () => rule(drawn, jumps)).join("\n  ");
  const base = (hook: "input" | "output") => {
    const remembers = random.chance(hook === "input" ? 0.85 : 0.7)
      ? "ct state established,related accept"
      : "";
    const policy = random.chance(0.5) ? "accept" : "drop";
    return ` chain ${hook} {
  type filter hook ${hook} priority ${random.int(-5, 5)}; policy ${policy}
  ${remembers}
  ${rules(["one", "two"], 6)}
 }
`;
  };
  const outward = random.chance(0.5) ? base("output") : "";
  return `table ${family} ${name} {
 chain two {
  ${rules([], 3)}
 }
 chain one {
  ${rules(["two"], 3)}
 }
${base("input")}${outward}}
`;
}

/** Chains may only jump further down, so that no loop is refused by the kernel. */
function rule(drawn: Drawn, jumps: readonly string[]): string {
  const { random, family } = drawn;
  if (jumps.includes("two") && random.chance(0.08)) return random.pick(MAPS);
  const targets = jumps.flatMap((chain) => [`jump ${chain}`, `goto ${chain}`]);
  const verdict = random.pick(["accept", "accept", "accept", "drop", "drop", "reject", "return", ...targets]);
  const six = family === "ip6" || (family === "inet" && random.chance(0.35));
  const what = random.chance(0.15)
    ? random.pick(ECHO[six ? "ip6" : "ip"])
    : random.pick(random.chance(0.2) ? ANSWERS : PORTS);
  return [random.chance(0.55) ? who(drawn, six) : "", what, verdict].join(" ").trim();
}

function who({ random, near }: Drawn, six: boolean): string {
  const blocks = six ? near.six : near.four;
  const side = random.pick(["saddr", "saddr", "daddr"]);
  const [a, b] = random.some(blocks, 2, 2);
  const peer = random.pick([a, `!= ${a}`, a === b ? a : `{ ${a}, ${b} }`]);
  return `${six ? "ip6" : "ip"} ${side} ${peer}`;
}
