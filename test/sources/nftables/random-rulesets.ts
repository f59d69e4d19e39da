import fc from "fast-check";

const WHO4 = [
  "10.0.0.0/24",
  "10.0.0.9",
  "!= 10.0.0.0/8",
  "10.0.0.1-10.0.0.9",
  "{ 8.8.8.8, 192.168.0.0/16 }",
  "0.0.0.0/1",
  "!= { 8.8.8.8, 10.0.0.200 }",
];
const WHO6 = [
  "2001:db8::/32",
  "!= fd00::/8",
  "{ 2a00::9, 2001:db8::5 }",
  "8000::/1",
  "2001:db8::-2001:db8:1::",
];
const WHAT = [
  "tcp dport 22",
  "tcp dport != 80",
  "tcp dport { 22, 400-1100 }",
  "udp dport 53",
  "udp dport < 500",
  "meta l4proto tcp",
  "meta l4proto != udp",
  "meta l4proto { tcp, udp } th dport >= 443",
  "ct state new",
  "tcp flags & (fin|syn|rst|ack) == syn",
  "iifname != lo",
  "",
];
const VERDICTS = [
  "accept",
  "accept",
  "drop",
  "drop",
  "reject",
  "return",
  "continue",
  "jump one",
  "jump two",
  "goto two",
];
const MAPS = [
  "tcp dport vmap { 22 : accept, 80 : drop, 443 : jump two, 1000-2000 : return }",
  "meta l4proto vmap { tcp : jump two, udp : continue }",
];

type Family = "inet" | "ip" | "ip6";

/** A rule; chains below may only jump further down, so that no loop is refused by the kernel. */
function rule(family: Family, jumps: readonly string[]): fc.Arbitrary<string> {
  const who = fc.constantFrom(
    "",
    ...(family === "ip6" ? [] : WHO4.map((peer) => `ip saddr ${peer}`)),
    ...(family === "ip" ? [] : WHO6.map((peer) => `ip6 saddr ${peer}`)),
  );
  const targets = VERDICTS.filter(
    (verdict) => !/^(jump|goto)/.test(verdict) || jumps.includes(verdict.slice(5)),
  );
  const plain = fc
    .tuple(who, fc.constantFrom(...WHAT), fc.constantFrom(...targets))
    .map((words) => words.join(" "));
  const maps = MAPS.filter(() => jumps.includes("two"));
  return maps.length === 0
    ? plain
    : fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: fc.constantFrom(...maps) });
}

function table(family: Family, name: string): fc.Arbitrary<string> {
  const rules = (jumps: readonly string[], max: number) =>
    fc.array(rule(family, jumps), { minLength: 1, maxLength: max }).map((lines) => lines.join("\n  "));
  return fc
    .tuple(
      rules([], 3),
      rules(["two"], 3),
      rules(["one", "two"], 6),
      fc.constantFrom("accept", "drop"),
      fc.integer({ min: -5, max: 5 }),
    )
    .map(
      ([two, one, input, policy, priority]) =>
        `table ${family} ${name} {\n chain two {\n  ${two}\n }\n chain one {\n  ${one}\n }\n chain input {\n  type filter hook input priority ${priority}; policy ${policy};\n  ct state established,related accept\n  ${input}\n }\n}\n`,
    );
}

/** Rulesets of one to three tables, the same for the same seed. */
export function randomRulesets(seed: number, count: number): string[] {
  const families = fc.constantFrom<Family[][]>(
    ["inet"],
    ["ip", "ip6"],
    ["inet", "ip"],
    ["inet", "inet"],
    ["ip6", "inet", "ip"],
  );
  const ruleset = families.chain((each) =>
    fc.tuple(...each.map((family, index) => table(family, `t${index}`))),
  );
  return fc.sample(
    ruleset.map((tables) => tables.join("")),
    { seed, numRuns: count },
  );
}
