import { describe, expect, it } from "vitest";
import { acl, card, Estate, group, internetGateway, subnet, type Told, table, vpc } from "./estate.js";
import {
  denied,
  firewall,
  inspection,
  MANAGED,
  POLICY,
  policy,
  ruleGroup,
  STATEFUL,
  STATELESS,
  stateless,
  suricata,
} from "./firewall-estate.js";

/** From spoke one to spoke two, both in zone a. */
const WEB = "tcp 80 10.1.0.10 → 10.2.0.10";
const BACK = "tcp 80 10.2.0.10 → 10.1.0.10";
const SSH = "tcp 22 10.1.0.10 → 10.2.0.10";
const DNS = "udp 53 10.1.0.10 → 10.2.0.10";
const PING = "icmp 10.1.0.10 → 10.2.0.10";
/** From zone a to zone b. */
const ACROSS = "tcp 80 10.1.0.10 → 10.2.1.10";

const estate = (rules: readonly Told[], more: { appliance?: boolean } = {}) =>
  new Estate(inspection(rules, more));
const verdicts = (rules: readonly Told[], ...questions: readonly string[]) => {
  const one = estate(rules);
  return questions.map((question) => one.verdict(question));
};

const HOME = {
  PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ["10.1.0.0/16", "10.2.0.0/16"] } } },
};

describe("a firewall in an inspection VPC", () => {
  it("in default order passes what no rule names, both ways", () => {
    expect(verdicts([policy({ groups: [] })], WEB, BACK, DNS, PING)).toEqual(Array(4).fill("reaches"));
  });

  it("in default order asks rules that pass before those that drop, and lets the answer back", () => {
    const rules = [
      policy({}),
      suricata([
        'drop ip any any -> any any (msg:"none";)',
        "pass tcp 10.1.0.0/16 any -> 10.2.0.0/16 80 (rev:1;)",
      ]),
    ];
    expect(verdicts(rules, WEB, SSH, BACK, DNS)).toEqual(["reaches", "filtered", "filtered", "filtered"]);
    const hops = estate(rules).hops(WEB);
    expect(hops).toContain("there passes guard");
    expect(hops).toContain("back passes guard");
  });

  it("in strict order asks them as they stand", () => {
    const lines = ["drop tcp any any -> any 80 (rev:1;)", "pass ip any any -> any any (rev:1;)"];
    const strict = policy({ strict: ["aws:drop_strict"] });
    expect(verdicts([strict, suricata(lines)], WEB, SSH)).toEqual(["filtered", "reaches"]);
    expect(verdicts([strict, suricata([...lines].reverse())], WEB, SSH)).toEqual(["reaches", "reaches"]);
  });

  it("in strict order asks groups by their priorities", () => {
    const other = STATEFUL.replace("/rules", "/other");
    const told = [
      suricata(["drop tcp any any -> any 80 (rev:1;)"]),
      ruleGroup(other, { RulesSource: { RulesString: "pass tcp any any -> any any (sid:9;)" } }),
    ];
    const order = (first: string, second: string) =>
      policy({
        strict: ["aws:drop_strict"],
        groups: [
          { ResourceArn: first, Priority: 10 },
          { ResourceArn: second, Priority: 2 },
        ],
      });
    expect(verdicts([order(STATEFUL, other), ...told], WEB)).toEqual(["reaches"]);
    expect(verdicts([order(other, STATEFUL), ...told], WEB)).toEqual(["filtered"]);
  });

  it("has the defaults of strict order", () => {
    const rules = suricata([
      "pass tcp any any -> any 22 (flow:to_server;)",
      "pass tcp any any -> any 80 (flow:established;)",
    ]);
    const by = (...strict: readonly string[]) => verdicts([policy({ strict }), rules], SSH, WEB, DNS, PING);
    expect(by("aws:drop_strict")).toEqual(["reaches", "filtered", "filtered", "filtered"]);
    // The handshake passes, and then what a rule for established connections passes.
    expect(by("aws:drop_established")).toEqual(["reaches", "reaches", "filtered", "filtered"]);
    expect(by("aws:drop_established_app_layer", "aws:alert_strict")).toEqual([
      ...["reaches", "reaches", "unknown", "unknown"],
    ]);
    expect(by("aws:alert_strict", "aws:alert_established")).toEqual(Array(4).fill("reaches"));
    expect(by("aws:drop_tomorrow")).toEqual(["reaches", "unknown", "unknown", "unknown"]);
    expect(verdicts([policy({ strict: ["aws:drop_established"] }), suricata([])], WEB)).toEqual(["filtered"]);
  });

  it("lets rules for a part of a connection take it down, or pass it", () => {
    const by = (line: string) => verdicts([policy({ strict: [] }), suricata([line])], WEB)[0];
    expect(by("drop tcp any any -> any 80 (flow:to_server,established;)")).toBe("filtered");
    expect(by("drop tcp any 80 -> any any (flow:to_client,established;)")).toBe("filtered");
    expect(by("drop tcp any 80 -> any any (flow:to_server;)")).toBe("reaches");
    expect(by("reject tcp any any <> any 80 (rev:1;)")).toBe("filtered");
    expect(by("drop tcp any 80 <> any any (rev:1;)")).toBe("filtered");
    expect(by("alert tcp any any -> any any (rev:1;)")).toBe("reaches");
    // Whether it looks at answers is told in two ways.
    expect(by("drop tcp any 80 -> any any (rev:1;)")).toBe("unknown");
  });

  it("lets a rule for the other direction open a way, as the documentation warns", () => {
    const strict = policy({ strict: ["aws:drop_established"], more: HOME });
    const rules = (flow: string) => suricata([`pass tcp 10.1.0.0/16 any -> any any (${flow}rev:1;)`]);
    expect(verdicts([strict, rules("")], BACK)).toEqual(["reaches"]);
    expect(verdicts([strict, rules("flow:to_server;")], BACK)).toEqual(["filtered"]);
  });

  it("knows what is at home: of its policy, of the group, of its VPC", () => {
    const lines = ["pass tcp $HOME_NET any -> $HOME_NET any (rev:1;)", "drop ip any any -> any any (rev:1;)"];
    expect(verdicts([policy({ more: HOME }), suricata(lines)], WEB)).toEqual(["reaches"]);
    expect(verdicts([policy({}), suricata(lines)], WEB)).toEqual(["filtered"]);
    const own = { RuleVariables: { IPSets: { HOME_NET: { Definition: ["10.0.0.0/8"] } } } };
    expect(verdicts([policy({}), suricata(lines, own)], WEB)).toEqual(["reaches"]);
    const out = ["drop tcp $EXTERNAL_NET any -> any any (rev:1;)"];
    expect(verdicts([policy({ more: HOME }), suricata(out)], WEB)).toEqual(["reaches"]);
    expect(verdicts([policy({}), suricata(out)], WEB)).toEqual(["filtered"]);
  });

  it("does not know what rules do that look inside packets, and knows the rest", () => {
    const drop = ['drop tls any any -> any any (tls.sni; content:"evil.com";)'];
    expect(verdicts([policy({}), suricata(drop)], WEB, DNS)).toEqual(["unknown", "reaches"]);
    const late = ["pass tcp any any -> any 80 (rev:1;)", ...drop];
    expect(verdicts([policy({ strict: [] }), suricata(late)], WEB, SSH)).toEqual(["reaches", "unknown"]);
    const pass = ['pass tcp any any -> any 80 (content:"x";)'];
    expect(verdicts([policy({ strict: ["aws:drop_strict"] }), suricata(pass)], WEB, SSH)).toEqual([
      ...["unknown", "filtered"],
    ]);
    const list = { TargetTypes: ["TLS_SNI"], Targets: ["evil.com"], GeneratedRulesType: "DENYLIST" };
    const domains = ruleGroup(STATEFUL, { RulesSource: { RulesSourceList: list } });
    // 10.2.0.0/16 is not at home.
    const home = { PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ["10.1.0.0/16"] } } } };
    expect(verdicts([policy({ more: home }), domains], WEB, DNS, BACK)).toEqual([
      "unknown",
      "reaches",
      "reaches",
    ]);
  });

  it("opens TLS: what passes is not certain, what is dropped is", () => {
    const more = {
      TLSInspectionConfigurationArn: "arn:aws:network-firewall:eu-central-1:1:tls-configuration/x",
    };
    const rules = suricata(["drop tcp any any -> any 22 (rev:1;)"]);
    expect(verdicts([policy({ more }), rules], WEB, SSH, DNS)).toEqual(["unknown", "filtered", "reaches"]);
  });

  it("does not know the provider's groups, unless they tell and refuse nothing", () => {
    const lines = suricata(["pass tcp any any -> any 22 (rev:1;)"]);
    const groups = [STATEFUL, MANAGED];
    const unseen = ruleGroup(MANAGED, undefined);
    expect(verdicts([policy({ strict: [], groups }), lines, unseen], SSH, WEB)).toEqual([
      "reaches",
      "unknown",
    ]);
    expect(verdicts([policy({ strict: [], groups }), lines], SSH, WEB)).toEqual(["reaches", "unknown"]);
    const shown = ruleGroup(MANAGED, { RulesSource: { RulesString: "drop tcp any any -> any 80 (sid:1;)" } });
    expect(verdicts([policy({ strict: [], groups }), lines, shown], WEB, DNS)).toEqual([
      "filtered",
      "reaches",
    ]);
    const quiet = [STATEFUL, { ResourceArn: MANAGED, Priority: 2, Override: { Action: "DROP_TO_ALERT" } }];
    expect(verdicts([policy({ strict: [], groups: quiet }), lines, shown], WEB)).toEqual(["reaches"]);
  });

  it("asks stateless rules first, by priority, and both ways", () => {
    const first = [STATELESS];
    const by = (...rules: readonly string[]) =>
      verdicts([policy({ stateless: "aws:drop", first, groups: [] }), stateless(rules)], ...[WEB, SSH]);
    expect(by("10 pass * * 6")).toEqual(["reaches", "reaches"]);
    expect(by("10 pass * * 6", "5 drop * * 6 22")).toEqual(["reaches", "filtered"]);
    // The answer is no session's: it needs a rule of its own.
    expect(by("10 pass 10.1.0.0/16 10.2.0.0/16 6 80")).toEqual(["no-return", "filtered"]);
    expect(by("10 pass 10.1.0.0/16 10.2.0.0/16 6", "11 pass 10.2.0.0/16 10.1.0.0/16 6")).toEqual([
      ...["reaches", "reaches"],
    ]);
    // Passed there and inspected back, or inspected one way alone: the engine does not know the connection, or half of it.
    expect(by("10 pass 10.1.0.0/16 10.2.0.0/16 6", "11 forward_to_sfe * * 6")).toEqual([
      ...["no-return", "no-return"],
    ]);
    expect(by("10 forward_to_sfe 10.1.0.0/16 10.2.0.0/16 6", "11 pass * * 6")).toEqual([
      "unknown",
      "unknown",
    ]);
  });

  it("with answers in another zone loses them, unless appliance mode keeps them", () => {
    const rules = [policy({ groups: [] })];
    expect(estate(rules).verdict(ACROSS)).toBe("reaches");
    expect(estate(rules, { appliance: false }).verdict(ACROSS)).toBe("no-return");
    expect(estate(rules, { appliance: false }).verdict(WEB)).toBe("reaches");
    expect(estate(rules, { appliance: false }).verdict("udp 53 10.1.0.10 → 10.2.1.10")).toBe("reaches");
    const goesOn = { StatefulEngineOptions: { StreamExceptionPolicy: "CONTINUE" } };
    expect(estate([policy({ groups: [], more: goesOn })], { appliance: false }).verdict(ACROSS)).toBe(
      "unknown",
    );
  });

  it("that is not known in full is neither open nor closed", () => {
    const told = suricata(["pass tcp any any -> any 80 (rev:1;)"]);
    expect(verdicts([told], WEB)).toEqual(["unknown"]);
    const hidden = denied("DescribeFirewallPolicy", { FirewallPolicyArn: POLICY });
    const answer = estate([hidden, told]).ask({
      from: { ip: "10.1.0.10" },
      to: { ip: "10.2.0.10" },
      protocol: "tcp",
      port: 80,
    });
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).not.toEqual([]);
    expect(verdicts([policy({ strict: ["aws:drop_strict"] })], WEB)).toEqual(["unknown"]);
    const unseen = denied("DescribeRuleGroup", { RuleGroupArn: STATEFUL });
    expect(verdicts([policy({ strict: ["aws:drop_strict"] }), unseen], WEB)).toEqual(["unknown"]);
    expect(verdicts([policy({ more: { Tomorrow: {} } }), told], WEB)).toEqual(["unknown"]);
  });

  it("cites the rule that refuses", () => {
    const rules = [policy({}), suricata(['drop tcp any any -> any 80 (msg:"no web";)'])];
    const { trace, says } = estate(rules).ask({
      ...{ from: { ip: "10.1.0.10" }, to: { ip: "10.2.0.10" } },
      ...{ protocol: "tcp", port: 80 },
    });
    expect(says).toContain("drop tcp any any -> any 80 (sid 1)");
    expect(trace.at(-1)?.by?.at).toMatchObject({ id: "sid:1", call: "network-firewall:DescribeRuleGroup" });
  });
});

describe("a firewall between an internet gateway and a subnet", () => {
  const guarded = (lines: readonly string[], edge = true): Estate =>
    new Estate([
      vpc("vpc-1", "10.0.0.0/16"),
      subnet({ id: "subnet-web", vpc: "vpc-1", cidr: "10.0.0.0/24" }),
      subnet({ id: "subnet-fw", vpc: "vpc-1", cidr: "10.0.9.0/28" }),
      acl({ id: "acl-1", vpc: "vpc-1", subnets: ["subnet-web", "subnet-fw"] }),
      group("sg-1", "vpc-1", { in: ["all 0.0.0.0/0"] }),
      card({
        ...{ id: "eni-1", vpc: "vpc-1", subnet: "subnet-web", ip: "10.0.0.10", groups: ["sg-1"] },
        public: "198.51.100.7",
      }),
      internetGateway("igw-1", "vpc-1"),
      table({
        ...{ id: "rtb-web", vpc: "vpc-1", subnets: ["subnet-web"] },
        routes: ["10.0.0.0/16 local", "0.0.0.0/0 vpce-1"],
      }),
      table({
        ...{ id: "rtb-fw", vpc: "vpc-1", subnets: ["subnet-fw"] },
        routes: ["10.0.0.0/16 local", "0.0.0.0/0 igw-1"],
      }),
      table({
        ...{ id: "rtb-edge", vpc: "vpc-1", subnets: [], gateways: ["igw-1"] },
        routes: edge ? ["10.0.0.0/16 local", "10.0.0.0/24 vpce-1"] : ["10.0.0.0/16 local"],
      }),
      ...firewall("vpc-1", { a: ["subnet-fw", "vpce-1"] }),
      policy({ strict: ["aws:drop_strict"] }),
      suricata(lines),
    ]);
  const IN = "tcp 443 internet → eni-1";
  const OUT = "tcp 443 eni-1 → internet";

  it("judges what comes in by the edge table, and what goes out", () => {
    const open = guarded(["pass tcp $EXTERNAL_NET any -> $HOME_NET 443 (flow:to_server;)"]);
    expect([IN, OUT, "tcp 22 internet → eni-1"].map((text) => open.verdict(text))).toEqual([
      ...["reaches", "filtered", "filtered"],
    ]);
    const outward = guarded(["pass tcp $HOME_NET any -> $EXTERNAL_NET any (flow:to_server;)"]);
    expect([IN, OUT].map((text) => outward.verdict(text))).toEqual(["filtered", "reaches"]);
  });

  it("without an edge table sees one way alone", () => {
    const half = guarded(["pass ip any any -> any any (rev:1;)"], false);
    expect(half.verdict(IN)).toBe("no-return");
    expect(half.verdict(OUT)).toBe("unknown");
  });
});
