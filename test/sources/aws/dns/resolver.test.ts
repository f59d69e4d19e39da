import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, REGION, read, told } from "../harness.js";

const id = (resource: string, account = ACCOUNT) =>
  `arn:aws:route53resolver:${REGION}:${account}:${resource}`;
const vpc = read("ec2:DescribeVpcs", {
  Vpcs: [{ VpcId: "vpc-1", OwnerId: ACCOUNT, CidrBlock: "10.0.0.0/16", State: "available" }],
});

const RULE = {
  Id: "rslvr-rr-1",
  Arn: id("resolver-rule/rslvr-rr-1", OTHER),
  DomainName: "corp.example.com.",
  Status: "COMPLETE",
  RuleType: "FORWARD",
  Name: "corp",
  TargetIps: [
    { Ip: "10.1.0.53", Port: 53 },
    { Ipv6: "FD00::53", Port: 443, Protocol: "DoH", ServerNameIndication: "dns.example" },
  ],
  ResolverEndpointId: "rslvr-out-1",
  OwnerId: OTHER,
};
const SYSTEM = {
  Id: "rslvr-autodefined-rr-internet-resolver",
  Arn: `arn:aws:route53resolver:${REGION}::autodefined-rule/rslvr-autodefined-rr-internet-resolver`,
  DomainName: ".",
  Status: "COMPLETE",
  RuleType: "RECURSIVE",
  Name: "Internet Resolver",
  OwnerId: "Route 53 Resolver",
  ShareStatus: "NOT_SHARED",
};

describe("a resolver endpoint", () => {
  const listed = read("route53resolver:ListResolverEndpoints", {
    ResolverEndpoints: [
      {
        Id: "rslvr-in-1",
        Arn: id("resolver-endpoint/rslvr-in-1"),
        Name: "in",
        SecurityGroupIds: ["sg-1"],
        Direction: "INBOUND_DELEGATION",
        IpAddressCount: 2,
        HostVPCId: "vpc-1",
        Status: "OPERATIONAL",
        ResolverEndpointType: "IPV4",
        Protocols: ["DoH", "Do53"],
      },
    ],
  });
  const asked = (output: object, input: object = {}) =>
    read("route53resolver:ListResolverEndpointIpAddresses", output, {
      input: { ResolverEndpointId: "rslvr-in-1", ...input },
    });

  it("stands in a network, behind groups, at addresses of its subnets", () => {
    const addresses = asked({
      IpAddresses: [{ IpId: "rni-1", SubnetId: "subnet-1", Ip: "10.0.0.10", Status: "ATTACHED" }],
    });
    const node = id("resolver-endpoint/rslvr-in-1");
    const graph = assemble([vpc, listed, addresses]);
    expect(graph.node(node)).toMatchObject({
      label: "in (rslvr-in-1)",
      is: {
        direction: "inbound-delegation",
        status: "operational",
        addressFamily: "ipv4",
        protocols: ["Do53", "DoH"],
        addressCount: 2,
        addresses: [{ addresses: ["10.0.0.10"], subnet: "subnet-1", status: "attached" }],
      },
    });
    expect(arrows(listed)).toEqual([`${node} -filters-> sg-1`, `${node} -network-> vpc-1`]);
    expect(arrows(addresses)).toEqual([`${node} -subnets-> subnet-1`]);
    expect(graph.gaps.filter(({ reason }) => reason !== "dangling")).toEqual([]);
  });

  it("whose addresses are told in part has none that are sure", () => {
    const batch = asked({ IpAddresses: [{ Ip: "10.0.0.10" }], NextToken: "n" });
    expect(batch.nodes.map(({ is }) => is)).toEqual([{}]);
    expect(batch.gaps.map(({ reason }) => reason)).toEqual(["truncated"]);
  });
});

describe("a resolver rule", () => {
  const list = (rule: object, account = ACCOUNT) =>
    read("route53resolver:ListResolverRules", { ResolverRules: [rule, SYSTEM] }, { account });

  it("that is shared is one and the same for its owner and whoever uses it", () => {
    const owner = list({ ...RULE, ShareStatus: "SHARED_BY_ME" }, OTHER);
    const user = list({ ...RULE, ShareStatus: "SHARED_WITH_ME" });
    const graph = assemble([owner, user]);
    const rule = id("resolver-rule/rslvr-rr-1", OTHER);
    expect(graph.find("rslvr-rr-1").map((node) => node.id)).toEqual([rule]);
    expect(graph.node(rule)).toMatchObject({
      scope: { account: OTHER, region: REGION },
      is: {
        name: "corp",
        ruleType: "forward",
        domain: "corp.example.com.",
        delegation: null,
        targets: [
          { address: "10.1.0.53", port: 53, protocol: "Do53", serverName: null },
          { address: "fd00::53", port: 443, protocol: "DoH", serverName: "dns.example" },
        ],
        status: "complete",
        shared: true,
        providerManaged: false,
      },
    });
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
    expect(told(graph.gaps)).toEqual([
      `dangling: rslvr-out-1 was not collected, and is "endpoint" of ${rule}`,
    ]);
  });

  it("of the provider belongs to nobody", () => {
    const node = nodeOf(list(RULE), SYSTEM.Id);
    expect(node).toMatchObject({
      id: SYSTEM.Arn,
      is: { domain: ".", ruleType: "recursive", providerManaged: true },
    });
    expect(node.scope).toEqual({ provider: "aws", partition: "aws", region: REGION });
  });

  it("is used by the network that it is associated with", () => {
    const associations = read("route53resolver:ListResolverRuleAssociations", {
      ResolverRuleAssociations: [
        {
          Id: "rslvr-rrassoc-1",
          ResolverRuleId: "rslvr-rr-1",
          Name: "corp",
          VPCId: "vpc-1",
          Status: "COMPLETE",
        },
        { Id: "a-2", ResolverRuleId: SYSTEM.Id, VPCId: "vpc-1", Status: "COMPLETE" },
      ],
    });
    const elsewhere = read(
      "route53resolver:ListResolverRules",
      { ResolverRules: [{ ...SYSTEM, Arn: SYSTEM.Arn.replace(REGION, "us-east-1") }] },
      { region: "us-east-1" },
    );
    const graph = assemble([vpc, list(RULE), elsewhere, associations]);
    const used = graph.step(arn("vpc/vpc-1"), "dns_associations")?.ids ?? [];
    expect(used.flatMap((one) => graph.step(one, "associated")?.ids ?? []).sort()).toEqual(
      [id("resolver-rule/rslvr-rr-1", OTHER), SYSTEM.Arn].sort(),
    );
    expect(graph.gaps.filter(({ reason }) => reason !== "dangling")).toEqual([]);
  });

  it("that forwards to what is no address leaves a gap", () => {
    const batch = list({ ...RULE, TargetIps: [{ Port: 53 }], DomainName: "a..b" });
    expect(batch.gaps.map(({ reason }) => reason)).toEqual(["unparsed", "unparsed"]);
  });
});

describe("query logs of a network", () => {
  it("go where their configuration says", () => {
    const logs = read("route53resolver:ListResolverQueryLogConfigs", {
      ResolverQueryLogConfigs: [
        {
          Id: "rqlc-1",
          OwnerId: OTHER,
          Status: "CREATED",
          ShareStatus: "SHARED_WITH_ME",
          Arn: id("resolver-query-log-config/rqlc-1", OTHER),
          Name: "all",
          DestinationArn: "arn:aws:s3:::logs/dns",
        },
      ],
    });
    const associations = read("route53resolver:ListResolverQueryLogConfigAssociations", {
      ResolverQueryLogConfigAssociations: [
        { Id: "rqlca-1", ResolverQueryLogConfigId: "rqlc-1", ResourceId: "vpc-1", Status: "ACTION_NEEDED" },
      ],
    });
    const graph = assemble([vpc, logs, associations]);
    const [used = ""] = graph.step(arn("vpc/vpc-1"), "dns_associations")?.ids ?? [];
    expect(graph.node(used)?.is).toMatchObject({ status: "action-needed" });
    const [log = ""] = graph.step(used, "associated")?.ids ?? [];
    expect(graph.node(log)?.is).toEqual({
      name: "all",
      queries: "resolver",
      destination: "arn:aws:s3:::logs/dns",
      destinationType: "s3",
      status: "created",
      shared: true,
    });
  });
});

describe("the settings of a network's resolver", () => {
  const setting = (operation: string, whole: string, config: object) =>
    read(`route53resolver:${operation}`, {
      [whole]: { Id: "c", OwnerId: ACCOUNT, ResourceId: "vpc-1", ...config },
    });

  it("are told by several calls", () => {
    const attribute = (more: object) => read("ec2:DescribeVpcAttribute", { VpcId: "vpc-1", ...more });
    const graph = assemble([
      vpc,
      attribute({ EnableDnsSupport: { Value: true } }),
      attribute({ EnableDnsHostnames: { Value: false } }),
      setting("GetFirewallConfig", "FirewallConfig", { FirewallFailOpen: "DISABLED" }),
      setting("GetResolverConfig", "ResolverConfig", { AutodefinedReverse: "ENABLED" }),
      setting("GetResolverDnssecConfig", "ResolverDNSSECConfig", { ValidationStatus: "ENABLING" }),
    ]);
    const [one = ""] = graph.step(arn("vpc/vpc-1"), "resolver_settings")?.ids ?? [];
    expect(graph.node(one)?.is).toEqual({
      dnsSupport: true,
      dnsHostnames: false,
      firewallFailOpen: "disabled",
      autodefinedReverse: "enabled",
      dnssecValidation: "enabling",
    });
    expect(graph.gaps).toEqual([]);
  });

  it("that a profile decides are not known", () => {
    const batch = setting("GetFirewallConfig", "FirewallConfig", {
      FirewallFailOpen: "USE_LOCAL_RESOURCE_SETTING",
    });
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unmodelled", [`${arn("vpc/vpc-1")}#resolver`]],
    ]);
  });

  it("when denied leave the rest of the network known", () => {
    const error = { Error: { Code: "AccessDeniedException", Message: "no" } };
    const batch = read("route53resolver:GetFirewallConfig", error, { input: { ResourceId: "vpc-1" } });
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes, touches.relations])).toEqual([
      ["denied", ["vpc-1"], ["resolver_settings"]],
    ]);
  });
});
