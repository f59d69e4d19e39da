import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, REGION, read, told } from "../harness.js";

const id = (resource: string, account = ACCOUNT) =>
  `arn:aws:route53resolver:${REGION}:${account}:${resource}`;
const GROUP = id("firewall-rule-group/rslvr-frg-1", OTHER);
const RULES = `arn:aws:route53resolver:${REGION}::firewall-rule-group/rslvr-frg-1`;

const group = (ShareStatus: string, account = ACCOUNT) =>
  read(
    "route53resolver:ListFirewallRuleGroups",
    { FirewallRuleGroups: [{ Id: "rslvr-frg-1", Arn: GROUP, Name: "guard", OwnerId: OTHER, ShareStatus }] },
    { account },
  );
const rules = (account: string, ...FirewallRules: object[]) =>
  read(
    "route53resolver:ListFirewallRules",
    { FirewallRules },
    { account, input: { FirewallRuleGroupId: "rslvr-frg-1", MaxResults: 100 } },
  );
const BLOCK = {
  FirewallRuleGroupId: "rslvr-frg-1",
  FirewallDomainListId: "rslvr-fdl-1",
  Name: "bad",
  Priority: 100,
  Action: "BLOCK",
  BlockResponse: "OVERRIDE",
  BlockOverrideDomain: "sink.example.com",
  BlockOverrideDnsType: "CNAME",
  BlockOverrideTtl: 60,
  FirewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
  Qtype: "TXT",
};
const DETECT = {
  FirewallRuleGroupId: "rslvr-frg-1",
  FirewallThreatProtectionId: "rslvr-ftp-1",
  Name: "tunnels",
  Priority: 200,
  Action: "ALERT",
  DnsThreatProtection: "DNS_TUNNELING",
  ConfidenceThreshold: "HIGH",
};

describe("a group of a DNS firewall", () => {
  it("that is shared is one for its owner and its users, and so are its rules", () => {
    const graph = assemble([
      group("SHARED_BY_ME", OTHER),
      group("SHARED_WITH_ME"),
      rules(OTHER, BLOCK, DETECT),
      rules(ACCOUNT, BLOCK, DETECT),
    ]);
    expect(graph.node(GROUP)).toMatchObject({
      scope: { account: OTHER },
      is: { name: "guard", shared: true },
    });
    expect(graph.step(GROUP, "rules")?.ids).toEqual([`${RULES}#rslvr-fdl-1/TXT`, `${RULES}#rslvr-ftp-1`]);
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });

  it("has rules in an order, by lists or by what they detect", () => {
    const batch = rules(ACCOUNT, BLOCK, DETECT);
    expect(nodeOf(batch, `${RULES}#rslvr-fdl-1/TXT`).is).toEqual({
      name: "bad",
      priority: 100,
      action: "block",
      blockResponse: "override",
      override: { name: "sink.example.com.", recordType: "CNAME", ttl: 60 },
      queryType: "TXT",
      inspectsRedirections: false,
      protection: null,
      unmodelled: [],
    });
    expect(nodeOf(batch, `${RULES}#rslvr-ftp-1`).is).toMatchObject({
      action: "alert",
      inspectsRedirections: true,
      protection: { threat: "dns-tunneling", confidence: "high" },
    });
    expect(arrows(batch)).toContain(`${RULES}#rslvr-fdl-1/TXT -domain_list-> rslvr-fdl-1`);
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    ["that does something new", { ...BLOCK, Action: "TARPIT" }, ["unmodelled"]],
    [
      "that detects in a way that is new",
      {
        ...DETECT,
        DnsThreatProtection: undefined,
        FirewallRuleType: { PartnerThreatProtection: { Value: "x" } },
      },
      ["unmodelled"],
    ],
    ["that tells nothing", { Name: "x" }, ["unparsed"]],
  ])("has a gap for a rule %s", (_what, rule, reasons) => {
    expect(
      rules(ACCOUNT, JSON.parse(JSON.stringify(rule)) as object).gaps.map(({ reason }) => reason),
    ).toEqual(reasons);
  });

  it("guards networks, in an order", () => {
    const vpc = read("ec2:DescribeVpcs", {
      Vpcs: [{ VpcId: "vpc-1", OwnerId: ACCOUNT, CidrBlock: "10.0.0.0/16" }],
    });
    const batch = read("route53resolver:ListFirewallRuleGroupAssociations", {
      FirewallRuleGroupAssociations: [
        {
          Id: "rslvr-frgassoc-1",
          Arn: id("firewall-rule-group-association/rslvr-frgassoc-1"),
          FirewallRuleGroupId: "rslvr-frg-1",
          VpcId: "vpc-1",
          Name: "guard",
          Priority: 101,
          MutationProtection: "ENABLED",
          Status: "COMPLETE",
        },
      ],
    });
    const graph = assemble([vpc, group("SHARED_WITH_ME"), batch]);
    const [one = ""] = graph.step(arn("vpc/vpc-1"), "dns_associations")?.ids ?? [];
    expect(graph.node(one)?.is).toEqual({
      name: "guard",
      status: "complete",
      priority: 101,
      mutationProtection: true,
      managedBy: null,
    });
    expect(graph.step(one, "associated")?.ids).toEqual([GROUP]);
  });
});

describe("a list of domains", () => {
  const lists = read("route53resolver:ListFirewallDomainLists", {
    FirewallDomainLists: [
      { Id: "rslvr-fdl-1", Arn: id("firewall-domain-list/rslvr-fdl-1"), Name: "bad" },
      {
        Id: "rslvr-fdl-2",
        Arn: id("firewall-domain-list/rslvr-fdl-2"),
        Name: "AWSManagedDomainsMalwareDomainList",
        ManagedOwnerName: "Route 53 Resolver DNS Firewall",
      },
    ],
  });
  const page = (Domains: unknown[], token?: string) =>
    read(
      "route53resolver:ListFirewallDomains",
      { Domains },
      {
        input: { FirewallDomainListId: "rslvr-fdl-1", ...(token === undefined ? {} : { NextToken: token }) },
      },
    );

  it("is whole, however many pages it has", () => {
    const graph = assemble([
      lists,
      page(["Bad.example.com.", "*.worse.example."]),
      page(["other.example."], "t"),
    ]);
    const sets = graph.step(id("firewall-domain-list/rslvr-fdl-1"), "domain_sets")?.ids ?? [];
    expect(sets.map((one) => graph.node(one)?.is)).toEqual([
      { domains: ["*.worse.example.", "bad.example.com."] },
      { domains: ["other.example."] },
    ]);
    expect(graph.gaps).toEqual([]);
  });

  it("of the provider is known as such", () => {
    expect(nodeOf(lists, "rslvr-fdl-2").is).toMatchObject({ managedBy: "Route 53 Resolver DNS Firewall" });
  });

  it("with what is no name leaves a gap on the list", () => {
    const batch = page(["a..b", 7]);
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unparsed", ["rslvr-fdl-1"]],
      ["unparsed", ["rslvr-fdl-1"]],
    ]);
    expect(told(batch.gaps)[0]).toContain('a Domains that is no domain name: "a..b"');
  });
});
