import { describe, expect, it } from "vitest";
import type { Batch, EstateNode } from "../../../src/model/index.js";
import { arrows, nodeOf, read, told } from "./harness.js";

const NFW = "arn:aws:network-firewall:eu-west-1:111122223333";
const FIREWALL = `${NFW}:firewall/guard`;
const POLICY = `${NFW}:firewall-policy/guard`;
const RULES = `${NFW}:stateful-rulegroup/rules`;
const FIRST = `${NFW}:stateless-rulegroup/first`;
const MANAGED =
  "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/AbusedLegitMalwareDomainsStrictOrder";

const group = (RuleGroup: object | undefined, more: object = {}) =>
  read("network-firewall:DescribeRuleGroup", {
    UpdateToken: "1",
    ...(RuleGroup === undefined ? {} : { RuleGroup }),
    RuleGroupResponse: { RuleGroupArn: RULES, RuleGroupName: "rules", Type: "STATEFUL", ...more },
  });
const text = (RulesString: string, more: object = {}) => group({ RulesSource: { RulesString }, ...more });
const stateless = (MatchAttributes: object, Actions: readonly string[] = ["aws:pass"]) =>
  group(
    {
      RulesSource: {
        StatelessRulesAndCustomActions: {
          StatelessRules: [{ RuleDefinition: { MatchAttributes, Actions }, Priority: 10 }],
        },
      },
    },
    { RuleGroupArn: FIRST, RuleGroupName: "first", Type: "STATELESS" },
  );
const rulesIn = (batch: Batch) =>
  batch.nodes.filter(({ kind }) => kind === "rule") as (EstateNode<"rule"> & EstateNode)[];
const ruleIn = (batch: Batch) => {
  const [rule, ...more] = rulesIn(batch);
  if (rule === undefined || more.length > 0) throw new Error("not one rule");
  return rule.is;
};
const anybody = [{ any: true }];

describe("a firewall", () => {
  const described = (more: object = {}, status: object = {}) =>
    read("network-firewall:DescribeFirewall", {
      UpdateToken: "1",
      Firewall: {
        FirewallName: "guard",
        FirewallArn: FIREWALL,
        FirewallPolicyArn: POLICY,
        VpcId: "vpc-1",
        SubnetMappings: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
        FirewallId: "0",
        Tags: [{ Key: "team", Value: "net" }],
        ...more,
      },
      FirewallStatus: {
        Status: "READY",
        SyncStates: {
          "eu-west-1b": { Attachment: { SubnetId: "subnet-2", EndpointId: "vpce-2", Status: "CREATING" } },
          "eu-west-1a": { Attachment: { SubnetId: "subnet-1", EndpointId: "vpce-1", Status: "READY" } },
        },
        ...status,
      },
    });

  it("says what is asked twice, and with which key it is encrypted", () => {
    const told = (more: object) =>
      nodeOf(
        read("network-firewall:DescribeFirewall", {
          Firewall: { FirewallArn: FIREWALL, FirewallName: "guard", VpcId: "vpc-1", ...more },
        }),
        FIREWALL,
      );
    const key = { Type: "CUSTOMER_KMS", KeyId: "alias/guard" };
    expect(told({ DeleteProtection: true, EncryptionConfiguration: key })).toMatchObject({
      is: { protections: { deletion: true, subnets: null, policy: null }, key: "alias/guard" },
    });
    const own = { Type: "AWS_OWNED_KMS_KEY", KeyId: "AWS_OWNED_KMS_KEY" };
    expect(told({ SubnetChangeProtection: false, EncryptionConfiguration: own })).toMatchObject({
      is: { protections: { subnets: false }, key: null },
    });
  });

  it("stands in its VPC with its endpoints, and follows its policy", () => {
    const batch = described();
    expect(batch.gaps).toEqual([]);
    expect(nodeOf(batch, FIREWALL)).toMatchObject({
      kind: "firewall",
      type: "aws.network-firewall",
      label: "guard",
      tags: { team: "net" },
      scope: { account: "111122223333", region: "eu-west-1" },
      is: {
        name: "guard",
        state: "ready",
        endpoints: [
          { zone: "eu-west-1a", subnet: "subnet-1", endpoint: "vpce-1", state: "ready" },
          { zone: "eu-west-1b", subnet: "subnet-2", endpoint: "vpce-2", state: "creating" },
        ],
        unmodelled: [],
      },
    });
    expect(arrows(batch)).toEqual([
      `${FIREWALL} -endpoints-> vpce-1`,
      `${FIREWALL} -endpoints-> vpce-2`,
      `${FIREWALL} -network-> vpc-1`,
      `${FIREWALL} -policy-> ${POLICY}`,
      `${FIREWALL} -subnets-> subnet-1`,
      `${FIREWALL} -subnets-> subnet-2`,
    ]);
  });

  it("that does more than to inspect says so", () => {
    const more = { ProxySettings: { ListenerProperties: [] }, NatGatewayCreateMappings: [] };
    expect(nodeOf(described(more), FIREWALL).is).toMatchObject({ unmodelled: ["ProxySettings"] });
    expect(nodeOf(described({}, { SyncStates: null }), FIREWALL).is).toMatchObject({ endpoints: [] });
  });

  it("has logs", () => {
    const log = (LogType: string, LogDestinationType: string, LogDestination: object) => ({
      ...{ LogType, LogDestinationType, LogDestination },
    });
    const batch = read("network-firewall:DescribeLoggingConfiguration", {
      FirewallArn: FIREWALL,
      LoggingConfiguration: {
        LogDestinationConfigs: [
          log("ALERT", "S3", { bucketName: "logs", prefix: "alerts" }),
          log("FLOW", "CloudWatchLogs", { logGroup: "flows" }),
        ],
      },
    });
    expect(batch.nodes.map(({ id, is }) => [id, is])).toMatchObject([
      [`${FIREWALL}#log/alert`, { traffic: "alert", destinationType: "S3", destination: "logs" }],
      [`${FIREWALL}#log/flow`, { traffic: "flow", destinationType: "CloudWatchLogs", destination: "flows" }],
    ]);
    expect(arrows(batch)).toContain(`${FIREWALL}#log/flow -logs-> ${FIREWALL}`);
    expect(read("network-firewall:DescribeLoggingConfiguration", { FirewallArn: FIREWALL }).gaps).toEqual([]);
  });
});

describe("a policy of firewalls", () => {
  const policy = (FirewallPolicy: object | undefined) =>
    read("network-firewall:DescribeFirewallPolicy", {
      UpdateToken: "1",
      FirewallPolicyResponse: { FirewallPolicyName: "guard", FirewallPolicyArn: POLICY },
      ...(FirewallPolicy === undefined ? {} : { FirewallPolicy }),
    });
  const least = {
    StatelessDefaultActions: ["aws:forward_to_sfe"],
    StatelessFragmentDefaultActions: ["aws:drop", "Counted"],
  };

  it("says what happens by default, and asks its groups by their priorities", () => {
    const batch = policy({
      ...least,
      StatelessRuleGroupReferences: [{ ResourceArn: FIRST, Priority: 20 }],
      StatefulRuleGroupReferences: [
        { ResourceArn: RULES, Priority: 7 },
        { ResourceArn: MANAGED, Priority: 2, Override: { Action: "DROP_TO_ALERT" } },
      ],
      StatefulDefaultActions: ["aws:drop_established", "aws:alert_established"],
      StatefulEngineOptions: { RuleOrder: "STRICT_ORDER", StreamExceptionPolicy: "REJECT" },
      PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ["10.0.0.0/16", "10.1.0.0/16"] } } },
    });
    expect(nodeOf(batch, POLICY).is).toEqual({
      name: "guard",
      statelessDefault: "inspect",
      fragmentDefault: "deny",
      statelessGroups: [{ group: FIRST, priority: 20 }],
      strictOrder: true,
      statefulDefaults: ["aws:drop_established", "aws:alert_established"],
      statefulGroups: [
        { group: MANAGED, priority: 2, alertsOnly: true },
        { group: RULES, priority: 7, alertsOnly: false },
      ],
      midstream: "deny",
      homeNet: ["10.0.0.0/15"],
      decrypts: null,
      unmodelled: [],
    });
    expect(arrows(batch)).toEqual([FIRST, RULES, MANAGED].map((to) => `${POLICY} -filters-> ${to}`).sort());
    expect(nodeOf(batch, MANAGED)).toMatchObject({
      type: "aws.network-firewall-stateful-group",
      scope: { provider: "aws", partition: "aws", region: "eu-west-1" },
    });
    expect(nodeOf(batch, FIRST).type).toBe("aws.network-firewall-stateless-group");
  });

  it.each([
    [{}, { strictOrder: false, midstream: "deny", homeNet: null, unmodelled: [] }],
    [{ StatefulEngineOptions: { StreamExceptionPolicy: "CONTINUE" } }, { midstream: "continue" }],
    [{ StatefulEngineOptions: { StreamExceptionPolicy: "FORGET" } }, { midstream: "unknown" }],
    [{ StatefulEngineOptions: { RuleOrder: "SOME_ORDER" } }, { unmodelled: ["rule order SOME_ORDER"] }],
    [{ StatelessDefaultActions: ["Counted"] }, { statelessDefault: "unknown" }],
    [{ TLSInspectionConfigurationArn: "arn:x" }, { decrypts: "arn:x" }],
    [{ Route53ResolvedIPValidation: { Action: "DROP" } }, { unmodelled: ["Route53ResolvedIPValidation"] }],
    [
      { PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ["home"] } } } },
      { homeNet: [], unmodelled: ["variable HOME_NET"] },
    ],
    [
      { PolicyVariables: { RuleVariables: { OTHER: { Definition: ["10.0.0.0/8"] } } } },
      { homeNet: null, unmodelled: ["variable OTHER"] },
    ],
  ])("with %j is %j", (more, is) => {
    expect(nodeOf(policy({ ...least, ...more }), POLICY).is).toMatchObject(is);
  });

  it("without settings, or with an override nobody knows, leaves a gap", () => {
    expect(told(policy(undefined).gaps)).toEqual([
      "unparsed: The policy guard was answered without its settings",
    ]);
    const odd = { ResourceArn: RULES, Override: { Action: "ALERT_TO_PASS" } };
    expect(told(policy({ ...least, StatefulRuleGroupReferences: [odd] }).gaps)).toEqual([
      "unmodelled: What ALERT_TO_PASS does to the rules of rules is not known here",
    ]);
  });
});

describe("a stateless rule", () => {
  it("matches everything that it does not narrow", () => {
    const batch = stateless({});
    expect(batch.gaps).toEqual([]);
    expect(ruleIn(batch)).toMatchObject({
      direction: "ingress",
      action: "allow",
      order: 10,
      protocols: null,
      ports: null,
      sourcePorts: null,
      peers: anybody,
      localPeers: anybody,
      unmodelled: [],
    });
    expect(nodeOf(batch, FIRST).is).toMatchObject({ stateful: false, evaluation: "first-match" });
    expect(arrows(batch)).toEqual([`${FIRST}#rule/10 -filter-> ${FIRST}`]);
  });

  it("is read as the documentation's example has it", () => {
    const batch = stateless(
      {
        Sources: [{ AddressDefinition: "10.0.0.0/16" }, { AddressDefinition: "2001:db8::/32" }],
        Destinations: [{ AddressDefinition: "192.0.2.44" }],
        SourcePorts: [{ FromPort: 1024, ToPort: 65535 }],
        DestinationPorts: [{ FromPort: 443, ToPort: 443 }],
        Protocols: [6, 17],
      },
      ["aws:forward_to_sfe", "Counted"],
    );
    expect(ruleIn(batch)).toMatchObject({
      action: "inspect",
      protocols: [6, 17],
      ports: [{ from: 443, to: 443 }],
      sourcePorts: [{ from: 1024, to: 65535 }],
      peers: [{ cidr: "10.0.0.0/16" }, { cidr: "2001:db8::/32" }],
      localPeers: [{ cidr: "192.0.2.44/32" }],
    });
  });

  it.each([
    // Ports are those of TCP and UDP alone.
    [{ Protocols: [6, 1], DestinationPorts: [{ FromPort: 80, ToPort: 80 }] }, [[6], []], [[1], []]],
    [
      { DestinationPorts: [{ FromPort: 80, ToPort: 80 }] },
      [[6, 17], []],
      ["others", ["ports without a protocol"]],
    ],
    [{ Protocols: [6], TCPFlags: [{ Flags: ["SYN"], Masks: ["SYN", "ACK"] }] }, [[6], ["TCP flags"]]],
    [
      { Protocols: [6], DestinationPorts: [{ FromPort: 80, ToPort: 20 }] },
      [[6], ["ports that cannot be read"]],
    ],
    [{ Sources: [{ AddressDefinition: "nowhere" }] }, [null, ['address "nowhere"']]],
  ])("with %j is as many rules as it takes", (match, ...expected) => {
    const found = rulesIn(stateless(match)).map(({ is }) => [
      (is.protocols?.length ?? 0) > 10 ? "others" : is.protocols,
      is.unmodelled,
    ]);
    expect(found).toEqual(expected);
  });

  it("whose action or priority nobody knows leaves a gap", () => {
    expect(told(stateless({}, ["Counted"]).gaps)).toEqual([
      "unmodelled: What rule 10 of first does with packets is not known here",
    ]);
    expect(ruleIn(stateless({}, ["aws:pass", "aws:drop"])).action).toBeUndefined();
  });
});

describe("a stateful rule of a table", () => {
  const table = (
    header: object,
    Action = "PASS",
    RuleOptions: object[] = [{ Keyword: "sid", Settings: ["5"] }],
  ) =>
    group({
      RuleVariables: {
        IPSets: { WEB: { Definition: ["10.0.2.0/24", "10.0.1.19"] } },
        PortSets: { HTTP_PORTS: { Definition: ["80", "8080:8081"] } },
      },
      ReferenceSets: {
        IPSetReferences: {
          PARTNERS: { ReferenceArn: "arn:aws:ec2:eu-west-1:111122223333:prefix-list/pl-1" },
          TAGGED: { ReferenceArn: "arn:aws:resource-groups:eu-west-1:111122223333:group/x" },
        },
      },
      RulesSource: {
        StatefulRules: [
          {
            Action,
            Header: {
              ...{ Protocol: "TCP", Source: "ANY", SourcePort: "ANY", Direction: "FORWARD" },
              ...{ Destination: "ANY", DestinationPort: "ANY" },
              ...header,
            },
            RuleOptions,
          },
        ],
      },
    });

  it("is one by its number", () => {
    const batch = table({ Source: "10.0.0.0/8", DestinationPort: "443" });
    const [rule] = rulesIn(batch);
    expect(rule).toMatchObject({
      id: `${RULES}#sid/5`,
      label: "rules: PASS TCP 10.0.0.0/8 ANY -> ANY 443 (sid 5)",
      at: { id: "sid:5", pointer: "/output/RuleGroup/RulesSource/StatefulRules/0" },
      is: {
        action: "allow",
        protocols: [6],
        family: null,
        ports: [{ from: 443, to: 443 }],
        peers: [{ cidr: "10.0.0.0/8" }],
        localPeers: anybody,
        unmodelled: [],
      },
    });
    expect(batch.gaps).toEqual([]);
    expect(nodeOf(batch, RULES).is).toMatchObject({ stateful: true, directions: [] });
  });

  it.each([
    ["PASS", "allow"],
    ["DROP", "deny"],
    ["REJECT", "deny"],
    ["ALERT", "continue"],
  ])("that says %s is to %s", (action, is) => {
    expect(ruleIn(table({}, action)).action).toBe(is);
  });

  it.each([
    [{ Source: "$WEB" }, { peers: [{ cidr: "10.0.1.19/32" }, { cidr: "10.0.2.0/24" }] }],
    [{ Source: "[10.0.0.0/8, !10.1.0.0/16, !$WEB]" }, { unmodelled: [] }],
    [{ Source: "!10.0.0.0/1" }, { peers: [{ cidr: "128.0.0.0/1" }, { cidr: "::/0" }] }],
    [
      { Source: "$HOME_NET" },
      {
        peers: [
          { home: true, cidr: "0.0.0.0/0" },
          { home: true, cidr: "::/0" },
        ],
      },
    ],
    [
      { Source: "!$HOME_NET" },
      {
        peers: [
          { home: false, cidr: "0.0.0.0/0" },
          { home: false, cidr: "::/0" },
        ],
      },
    ],
    [{ Source: "[$HOME_NET, $EXTERNAL_NET]" }, { peers: anybody }],
    [{ Source: "[$HOME_NET, !128.0.0.0/1, !::/0]" }, { peers: [{ home: true, cidr: "0.0.0.0/1" }] }],
    [{ Destination: "@PARTNERS" }, { localPeers: [{ prefixList: "pl-1" }], unmodelled: [] }],
    [{ Destination: "@TAGGED" }, { localPeers: anybody, unmodelled: ["@TAGGED, which is no prefix list"] }],
    [{ Destination: "!@PARTNERS" }, { unmodelled: ["addresses that are not on a prefix list"] }],
    [{ Destination: "$NOWHERE" }, { unmodelled: ["$NOWHERE, which its group does not define"] }],
    [
      { DestinationPort: "[1024:, !8080]" },
      {
        ports: [
          { from: 1024, to: 8079 },
          { from: 8081, to: 65535 },
        ],
      },
    ],
    [
      { DestinationPort: "$HTTP_PORTS" },
      {
        ports: [
          { from: 80, to: 80 },
          { from: 8080, to: 8081 },
        ],
      },
    ],
    [{ DestinationPort: "web" }, { ports: null, unmodelled: ["ports that cannot be read"] }],
    [{ Direction: "ANY" }, { twoWay: true }],
    [{ Protocol: "IP" }, { protocols: null }],
    [{ Protocol: "ICMP" }, { protocols: [1, 58] }],
    [{ Protocol: "TLS" }, { protocols: [6], unmodelled: ["protocol tls"] }],
    [{ Protocol: "DNS" }, { protocols: [6, 17], unmodelled: ["protocol dns"] }],
    [{ Protocol: "NEW" }, { protocols: null, unmodelled: ["protocol new"] }],
  ])("with %j has %j", (header, is) => {
    expect(ruleIn(table(header))).toMatchObject(is);
  });

  it("names prefix lists", () => {
    expect(arrows(table({ Destination: "@PARTNERS" }))).toContain(`${RULES}#sid/5 -prefix_lists-> pl-1`);
  });

  it("has options that look at connections, that look at nothing, and others", () => {
    const by = (...options: object[]) => ruleIn(table({}, "DROP", options));
    const flow = { Keyword: "flow", Settings: ["to_server", "established"] };
    expect(by(flow, { Keyword: "sid:1" }).connection).toEqual(["established", "to-server"]);
    expect(by({ Keyword: "rev", Settings: ["1"] }).unmodelled).toEqual([]);
    expect(by({ Keyword: "content", Settings: ['"x"'] }).unmodelled).toEqual(["content"]);
  });
});

describe("rules as text", () => {
  it.each<[line: string, unmodelled: string[]]>([
    [
      'alert tcp $EXTERNAL_NET any -> 10.0.0.1 80 (msg:"a; b"; flow:to_server,established; content:".htpasswd"; nocase; sid:210503; rev:1;)',
      ["content", "nocase"],
    ],
    [
      'drop ip any any -> any any (msg:"x"; metadata:a b, c; reference:url,x.example; classtype:bad; priority:3; gid:1; sid:1; rev:2;)',
      [],
    ],
    ["pass tcp any any -> any 443 (flow:not_established; sid:1;)", []],
    ["pass tcp any any -> any 443 (flow:only_stream; sid:1;)", ["flow:only_stream"]],
    [
      'drop tls any any -> any any (tls.sni; content:"evil\\"; sid:9;"; sid:1;)',
      ["content", "protocol tls", "tls.sni"],
    ],
    ["reject ip any any -> any any (geoip:any,RU; sid:1;)", ["geoip"]],
  ])("%s is narrowed by %j", (line, unmodelled) => {
    const batch = text(line);
    expect(batch.gaps).toEqual([]);
    expect([...(ruleIn(batch).unmodelled ?? [])].sort()).toEqual([...unmodelled].sort());
  });

  it("are one a line, with comments, long lines and lists with spaces", () => {
    const batch = text(
      [
        "# the first",
        "",
        "pass tcp [10.0.0.0/8, 192.168.0.0/16] any -> any [80, 443] (sid:1;)\r",
        "drop udp any any \\",
        "  -> any 53 (sid:2;)",
        "drop icmp any any <> any any (sid:2;)",
      ].join("\n"),
    );
    expect(batch.gaps).toEqual([]);
    expect(
      rulesIn(batch).map(({ id, is, native }) => [id.slice(RULES.length), is.order, native["Line"]]),
    ).toEqual([
      ["#sid/1", 0, 3],
      ["#sid/2", 1, 4],
      ["#sid/2/2", 2, 6],
    ]);
    expect(rulesIn(batch)[0]?.at).toMatchObject({
      id: "sid:1",
      pointer: "/output/RuleGroup/RulesSource/RulesString",
    });
  });

  it.each([
    "drop tcp any any any (sid:1;)",
    "drop tcp any any -> any 80",
    'drop tcp any any -> any 80 (msg:"x; sid:1;)',
  ])("that cannot be read (%s) may do anything", (line) => {
    const batch = text(line);
    expect(told(batch.gaps)).toEqual(["unparsed: Line 1 of the rules of rules is no rule that can be read"]);
    expect(ruleIn(batch)).toMatchObject({ peers: anybody, protocols: null, unmodelled: ["action unread"] });
    expect(ruleIn(batch).action).toBeUndefined();
  });

  it("survive variables that name themselves, and deep lists", () => {
    const loop = { RuleVariables: { IPSets: { A: { Definition: ["$B"] }, B: { Definition: ["$A"] } } } };
    expect(ruleIn(text("drop ip $A any -> any any (sid:1;)", loop)).unmodelled).toEqual([
      "a variable that names itself",
    ]);
    const deep = `${"[".repeat(5000)}10.0.0.0/8${"]".repeat(5000)}`;
    expect(ruleIn(text(`drop ip ${deep} any -> any any (sid:1;)`)).unmodelled).toEqual([
      "addresses that cannot be read",
    ]);
  });
});

describe("rules that nobody shows", () => {
  it("are a list of domains, by what it looks at", () => {
    const list = (more: object) =>
      ruleIn(
        group({
          RulesSource: {
            RulesSourceList: {
              ...{
                Targets: [".example.com"],
                TargetTypes: ["TLS_SNI", "HTTP_HOST"],
                GeneratedRulesType: "DENYLIST",
              },
              ...more,
            },
          },
        }),
      );
    expect(list({})).toMatchObject({
      action: "deny",
      protocols: [6],
      peers: [
        { home: true, cidr: "0.0.0.0/0" },
        { home: true, cidr: "::/0" },
      ],
      localPeers: [
        { home: false, cidr: "0.0.0.0/0" },
        { home: false, cidr: "::/0" },
      ],
      unmodelled: ["protocol tls", "domains"],
    });
    expect(list({ GeneratedRulesType: "ALERTLIST" }).action).toBe("continue");
    expect(list({ GeneratedRulesType: "ALLOWLIST" }).action).toBeUndefined();
    expect(list({ TargetTypes: ["AWS_ROUTE_53_RESOLVED_DOMAIN"] }).protocols).toBeNull();
  });

  it.each([
    [undefined, { RuleGroupArn: MANAGED, RuleGroupName: "Managed" }],
    [{ RulesSource: {} }, {}],
    [undefined, { Type: "IPS" }],
  ])("of a group (%j, %j) may do anything", (rules, more) => {
    const { action, peers, unmodelled } = ruleIn(group(rules, more));
    expect({ action, peers, unmodelled }).toEqual({
      action: undefined,
      peers: anybody,
      unmodelled: ["action hidden"],
    });
  });
});
