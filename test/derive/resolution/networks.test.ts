import { describe, expect, it } from "vitest";
import { gapOf } from "../../../src/model/index.js";
import { vpc } from "../reach/estate.js";
import { bind, Cloud, dhcp, endpoint, firewall, rule, soa, support, zone } from "./cloud.js";

const BARE = [vpc("vpc-1", "10.0.0.0/16", { DhcpOptionsId: "dopt-1" })];
const NETWORK = [...BARE, dhcp("dopt-1", ["AmazonProvidedDNS"])];
const corp = zone({
  id: "Z1",
  name: "corp.example.",
  vpcs: ["vpc-1"],
  records: ["db.corp.example. A 10.0.0.5", 'only.corp.example. TXT "x"'],
});
const outer = zone({
  id: "Z2",
  name: "corp.example.",
  servers: ["ns-1.awsdns-00.com"],
  records: ["www.corp.example. A 198.51.100.7"],
});

describe("private zones", () => {
  it("answer in their networks, and the public zone of the same name everywhere else", () => {
    const cloud = new Cloud([...NETWORK, ...corp, ...outer]);
    expect(cloud.told("db.corp.example", "vpc-1")).toBe("answered 10.0.0.5");
    expect(cloud.told("www.corp.example", "vpc-1")).toBe("nxdomain");
    expect(cloud.told("www.corp.example", "internet")).toBe("answered 198.51.100.7");
    expect(cloud.told("db.corp.example", "internet")).toBe("nxdomain");
    expect(cloud.told("only.corp.example", "vpc-1")).toBe("nodata");
  });

  it("answer for their names before wider ones do", () => {
    const inner = zone({
      id: "Z3",
      name: "eu.corp.example.",
      vpcs: ["vpc-1"],
      records: ["db.eu.corp.example. A 10.0.0.6"],
    });
    const wide = zone({
      id: "Z1",
      name: "corp.example.",
      vpcs: ["vpc-1"],
      records: ["x.eu.corp.example. A 10.0.0.7"],
    });
    const cloud = new Cloud([...NETWORK, ...wide, ...inner]);
    expect(cloud.told("db.eu.corp.example", "vpc-1")).toBe("answered 10.0.0.6");
    expect(cloud.told("x.eu.corp.example", "vpc-1")).toBe("nxdomain");
  });

  it("follow aliases inside the zone, and say what the provider answers outside of it", () => {
    const records = [
      {
        Name: "a.corp.example.",
        Type: "A",
        AliasTarget: { HostedZoneId: "Z1", DNSName: "db.corp.example.", EvaluateTargetHealth: false },
      },
      {
        Name: "lb.corp.example.",
        Type: "A",
        AliasTarget: {
          HostedZoneId: "Z215",
          DNSName: "x.eu-central-1.elb.amazonaws.com.",
          EvaluateTargetHealth: true,
        },
      },
      {
        Name: "l1.corp.example.",
        Type: "A",
        AliasTarget: { HostedZoneId: "Z1", DNSName: "l2.corp.example.", EvaluateTargetHealth: false },
      },
      {
        Name: "l2.corp.example.",
        Type: "A",
        AliasTarget: { HostedZoneId: "Z1", DNSName: "l1.corp.example.", EvaluateTargetHealth: false },
      },
      "db.corp.example. A 10.0.0.5",
      "c1.corp.example. CNAME c2.corp.example",
      "c2.corp.example. CNAME c1.corp.example",
    ];
    const cloud = new Cloud([
      ...NETWORK,
      ...zone({ id: "Z1", name: "corp.example.", vpcs: ["vpc-1"], records }),
    ]);
    expect(cloud.told("a.corp.example", "vpc-1")).toBe("answered 10.0.0.5");
    expect(cloud.told("lb.corp.example", "vpc-1")).toBe("answered x.eu-central-1.elb.amazonaws.com.");
    expect(cloud.told("l1.corp.example", "vpc-1")).toBe("loop");
    expect(cloud.ask("c1.corp.example", "vpc-1").status).toBe("loop");
  });

  it("are not asked where the resolver is off", () => {
    const cloud = new Cloud([...NETWORK, ...corp, support("vpc-1", false)]);
    expect(cloud.told("db.corp.example", "vpc-1")).toBe("unanswered");
  });
});

const outbound = endpoint("rslvr-out-1", { direction: "OUTBOUND", vpc: "vpc-1", addresses: ["10.0.1.10"] });
const inbound = endpoint("rslvr-in-1", { direction: "INBOUND", vpc: "vpc-1", addresses: ["10.0.1.53"] });
const named = (more: string) => ({
  "named.conf": `options { directory "/var/named"; recursion yes; }; zone "dc.example" { type primary; file "dc"; }; ${more}`,
  dc: `${soa}www A 10.9.0.80\n`,
});

describe("resolver rules", () => {
  const forward = rule({ id: "rslvr-rr-1", domain: "dc.example.", targets: ["10.9.0.53"], vpcs: ["vpc-1"] });

  it("hand a domain on to the data centre, with who was asked", () => {
    const cloud = new Cloud([...NETWORK, ...forward, ...outbound], bind("ns1", "10.9.0.53", named("")));
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("answered 10.9.0.80");
    expect(cloud.chain("www.dc.example", "vpc-1")).toEqual([
      "www.dc.example. is forwarded: the rule for dc.example. is the most specific",
      "10.9.0.53 is asked",
      "BIND on ns1 holds dc.example.",
      "dc.example. (bind:ns1) answers www.dc.example. A 10.9.0.80",
    ]);
    expect(cloud.ask("www.dc.example", "vpc-1").reachable).toBe("yes");
    expect(cloud.told("gone.dc.example", "vpc-1")).toBe("nxdomain");
  });

  it("go before a private zone of the same domain, and behind one that is more specific", () => {
    const same = zone({
      id: "Z1",
      name: "dc.example.",
      vpcs: ["vpc-1"],
      records: ["www.dc.example. A 10.0.0.1"],
    });
    const inner = zone({
      id: "Z2",
      name: "in.dc.example.",
      vpcs: ["vpc-1"],
      records: ["x.in.dc.example. A 10.0.0.2"],
    });
    const cloud = new Cloud(
      [...NETWORK, ...forward, ...outbound, ...same, ...inner],
      bind("ns1", "10.9.0.53", named("")),
    );
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("answered 10.9.0.80");
    expect(cloud.told("x.in.dc.example", "vpc-1")).toBe("answered 10.0.0.2");
  });

  it("of type SYSTEM keep a name at home", () => {
    const system = rule({ id: "rslvr-rr-2", domain: "www.dc.example.", type: "SYSTEM", vpcs: ["vpc-1"] });
    const same = zone({
      id: "Z1",
      name: "dc.example.",
      vpcs: ["vpc-1"],
      records: ["www.dc.example. A 10.0.0.1"],
    });
    const cloud = new Cloud(
      [...NETWORK, ...forward, ...system, ...outbound, ...same],
      bind("ns1", "10.9.0.53", named("")),
    );
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("answered 10.0.0.1");
  });

  it("that send questions in a circle are seen", () => {
    const back = 'zone "dc.example" { type forward; forward only; forwarders { 10.0.1.53; }; };';
    const files = { "named.conf": `options { recursion yes; }; ${back}` };
    const cloud = new Cloud(
      [...NETWORK, ...forward, ...outbound, ...inbound],
      bind("ns1", "10.9.0.53", files),
    );
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("loop");
  });

  it("say nothing about servers that nobody knows", () => {
    const cloud = new Cloud([...NETWORK, ...forward, ...outbound]);
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("unknown");
  });
});

describe("a data centre", () => {
  const files = named('zone "corp.example" { type forward; forward only; forwarders { 10.0.1.53; }; };');

  it("asks the cloud through an inbound endpoint", () => {
    const cloud = new Cloud([...NETWORK, ...corp, ...inbound], bind("ns1", "10.9.0.53", files));
    expect(cloud.told("db.corp.example", "berlin")).toBe("answered 10.0.0.5");
    expect(cloud.ask("db.corp.example", "berlin").assumes).toContain("machines of berlin ask ns1");
  });

  it("answers networks whose machines are told to ask it", () => {
    const cloud = new Cloud(
      [...BARE, ...corp, ...inbound, dhcp("dopt-1", ["10.9.0.53"])],
      bind("ns1", "10.9.0.53", files),
    );
    expect(cloud.chain("db.corp.example", "vpc-1").slice(0, 2)).toEqual([
      "machines ask 10.9.0.53",
      "10.9.0.53 is asked",
    ]);
    expect(cloud.told("db.corp.example", "vpc-1")).toBe("answered 10.0.0.5");
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("answered 10.9.0.80");
  });

  it("gives each client the view that it fits", () => {
    const views = `acl cloud { 10.0.0.0/16; };
      view "cloud" { match-clients { cloud; }; zone "dc.example" { type primary; file "dc"; }; };
      view "rest" { match-clients { any; }; zone "dc.example" { type primary; file "rest"; }; };`;
    const cloud = new Cloud(
      [
        ...NETWORK,
        ...outbound,
        ...rule({ id: "rslvr-rr-1", domain: "dc.example.", targets: ["10.9.0.53"], vpcs: ["vpc-1"] }),
      ],
      bind("ns1", "10.9.0.53", { ...named(""), "named.conf": views, rest: `${soa}www A 10.9.0.99\n` }),
    );
    expect(cloud.told("www.dc.example", "vpc-1")).toBe("answered 10.9.0.80");
    expect(cloud.told("www.dc.example", "berlin")).toBe("answered 10.9.0.99");
  });
});

describe("a DNS firewall", () => {
  const records = [
    "evil.corp.example. A 10.0.0.9",
    "start.corp.example. CNAME evil.corp.example",
    "good.corp.example. A 10.0.0.8",
  ];
  const held = zone({ id: "Z1", name: "corp.example.", vpcs: ["vpc-1"], records });
  const block = { name: "bad", action: "BLOCK", response: "NXDOMAIN", domains: ["evil.corp.example."] };

  it("blocks what it lists, also behind another name", () => {
    const cloud = new Cloud([
      ...NETWORK,
      ...held,
      ...firewall("rslvr-frg-1", 101, { vpcs: ["vpc-1"], rules: [block] }),
    ]);
    expect(cloud.told("evil.corp.example", "vpc-1")).toBe("blocked");
    expect(cloud.ask("start.corp.example", "vpc-1").status).toBe("blocked");
    expect(cloud.told("good.corp.example", "vpc-1")).toBe("answered 10.0.0.8");
  });

  it("goes by the priority of groups and rules", () => {
    const first = firewall("rslvr-frg-0", 100, {
      vpcs: ["vpc-1"],
      rules: [{ name: "all", action: "ALLOW", domains: ["*.corp.example."] }],
    });
    const cloud = new Cloud([
      ...NETWORK,
      ...held,
      ...first,
      ...firewall("rslvr-frg-1", 101, { vpcs: ["vpc-1"], rules: [block] }),
    ]);
    expect(cloud.told("evil.corp.example", "vpc-1")).toBe("answered 10.0.0.9");
  });

  it("trusts where an allowed name leads, if it is told to", () => {
    const rules = [{ name: "start", action: "ALLOW", trust: true, domains: ["start.corp.example."] }, block];
    const cloud = new Cloud([
      ...NETWORK,
      ...held,
      ...firewall("rslvr-frg-1", 101, { vpcs: ["vpc-1"], rules }),
    ]);
    expect(cloud.told("start.corp.example", "vpc-1")).toBe("answered 10.0.0.9");
    expect(cloud.told("evil.corp.example", "vpc-1")).toBe("blocked");
  });
});

describe("what was not seen", () => {
  it("turns an answer to unknown, and never into another one", () => {
    const gap = gapOf({
      ...{ reason: "denied", message: "rules could not be read", at: { source: "aws", uri: "x.json" } },
      touches: { kinds: ["resolver-rule"], account: "111122223333", region: "eu-central-1" },
    });
    const cloud = new Cloud([...NETWORK, ...corp], [{ nodes: [], edges: [], gaps: [gap] }]);
    const resolved = cloud.ask("db.corp.example", "vpc-1");
    expect(resolved).toMatchObject({ status: "unknown", gaps: [gap.id] });
  });
});

describe("records that share a name", () => {
  const weighted = (SetIdentifier: string, Weight: number, Value: string) => ({
    ...{ Name: "w.corp.example.", Type: "A", SetIdentifier, Weight, TTL: 60, ResourceRecords: [{ Value }] },
  });
  const failover = (Failover: string, Value: string) => ({
    ...{
      Name: "f.corp.example.",
      Type: "A",
      SetIdentifier: Failover,
      Failover,
      TTL: 60,
      ResourceRecords: [{ Value }],
    },
  });
  const geo = (CountryCode: string, Value: string) => ({
    ...{
      Name: "g.corp.example.",
      Type: "A",
      SetIdentifier: CountryCode,
      GeoLocation: { CountryCode },
      TTL: 60,
      ResourceRecords: [{ Value }],
    },
  });
  const records = [
    weighted("a", 3, "10.0.0.1"),
    weighted("b", 1, "10.0.0.2"),
    weighted("c", 0, "10.0.0.3"),
    failover("PRIMARY", "10.0.0.4"),
    failover("SECONDARY", "10.0.0.5"),
    geo("DE", "10.0.0.6"),
  ];
  const cloud = new Cloud([
    ...NETWORK,
    ...zone({ id: "Z1", name: "corp.example.", vpcs: ["vpc-1"], records }),
  ]);

  it("are answered as their weights, health and places choose", () => {
    expect(
      cloud.ask("w.corp.example", "vpc-1").outcomes.map(({ when, given }) => [when[0], given[0]?.values[0]]),
    ).toEqual([
      ["3 of 4 times", "10.0.0.1"],
      ["1 of 4 times", "10.0.0.2"],
    ]);
    expect(cloud.ask("f.corp.example", "vpc-1").outcomes.map(({ when }) => when[0])).toEqual([
      "while the primary is healthy",
      "while the primary is not healthy",
    ]);
    expect(cloud.ask("g.corp.example", "vpc-1")).toMatchObject({
      status: "varies",
      outcomes: [{ status: "answered" }, { status: "nodata", when: ["for everybody else"] }],
    });
  });
});

describe("the internet", () => {
  const parent = (servers: string) =>
    zone({
      id: "Z1",
      name: "example.com.",
      servers: ["ns-1.awsdns-00.com"],
      records: [`shop.example.com. NS ${servers}`],
    });
  const child = zone({
    id: "Z2",
    name: "shop.example.com.",
    servers: ["ns-2.awsdns-00.com", "ns-3.awsdns-00.net"],
    records: ["www.shop.example.com. A 198.51.100.1"],
  });

  it("follows delegations to the zone whose servers they name", () => {
    const cloud = new Cloud([...parent("ns-2.awsdns-00.com | ns-3.awsdns-00.net"), ...child]);
    expect(cloud.told("www.shop.example.com", "internet")).toBe("answered 198.51.100.1");
  });

  it("does not ask a zone whose servers nobody names", () => {
    const cloud = new Cloud([...parent("ns-7.awsdns-00.com"), ...child]);
    expect(cloud.told("www.shop.example.com", "internet")).toBe("unanswered");
    expect(cloud.told("www.elsewhere.example.org", "internet")).toBe("outside");
  });
});

describe("what networks share", () => {
  const arn = (word: string) => `arn:aws:route53profiles:eu-central-1:111122223333:${word}`;
  const profiles = (operation: string, output: object, input: object = {}) => ({
    ...{ service: "route53profiles", operation },
    ...{ output: output as Record<string, unknown>, input: input as Record<string, unknown> },
  });
  const profile = [
    profiles("ListProfiles", {
      ProfileSummaries: [{ Arn: arn("profile/rp-1"), Id: "rp-1", Name: "all", ShareStatus: "NOT_SHARED" }],
    }),
    profiles("ListProfileAssociations", {
      ProfileAssociations: [
        {
          Id: "rpassoc-1",
          ProfileId: "rp-1",
          ResourceId: "vpc-1",
          Name: "all",
          Status: "COMPLETE",
          OwnerId: "111122223333",
        },
      ],
    }),
    profiles(
      "ListProfileResourceAssociations",
      {
        ProfileResourceAssociations: [
          {
            Id: "rpr-1",
            ProfileId: "rp-1",
            OwnerId: "111122223333",
            Name: "zone",
            ResourceArn: "arn:aws:route53:::hostedzone/Z9",
            ResourceType: "PRIVATE_HOSTED_ZONE",
            Status: "COMPLETE",
          },
        ],
      },
      { ProfileId: "rp-1" },
    ),
  ];
  const shared = zone({
    id: "Z9",
    name: "corp.example.",
    vpcs: [],
    records: ["db.corp.example. A 10.0.0.99", "all.corp.example. A 10.0.0.98"],
  });

  it("comes from a profile where the network has nothing of the same name itself", () => {
    expect(new Cloud([...NETWORK, ...profile, ...shared]).told("db.corp.example", "vpc-1")).toBe(
      "answered 10.0.0.99",
    );
    expect(new Cloud([...NETWORK, ...profile, ...shared, ...corp]).told("db.corp.example", "vpc-1")).toBe(
      "answered 10.0.0.5",
    );
  });

  it("is the private name of a service where an endpoint has one", () => {
    const name = "sqs.eu-central-1.amazonaws.com";
    const point = {
      operation: "DescribeVpcEndpoints",
      output: {
        VpcEndpoints: [
          {
            ...{
              VpcEndpointId: "vpce-1",
              VpcEndpointType: "Interface",
              VpcId: "vpc-1",
              State: "available",
              OwnerId: "111122223333",
            },
            ...{
              ServiceName: "com.amazonaws.eu-central-1.sqs",
              PrivateDnsEnabled: true,
              NetworkInterfaceIds: ["eni-p-0"],
            },
            DnsEntries: [{ DnsName: "vpce-1-x.sqs.eu-central-1.vpce.amazonaws.com" }, { DnsName: name }],
          },
        ],
      },
    };
    const cards = endpoint("p", { direction: "OUTBOUND", vpc: "vpc-1", addresses: ["10.0.3.4"] }).slice(0, 1);
    const cloud = new Cloud([...NETWORK, point, ...cards]);
    expect(cloud.told(name, "vpc-1")).toBe("answered 10.0.3.4");
    expect(cloud.told(name, "internet")).toBe("outside");
    expect(cloud.told(name, "vpc-1", "MX")).toBe("nodata");
  });
});
