import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import {
  type Batch,
  type Forwarding,
  gapOf,
  type Leads,
  type Registration,
  type ResolverFact,
  type Standing,
} from "../../../src/model/index.js";
import { batchesOf, type Told, vpc } from "../reach/estate.js";
import { bind, dhcp, endpoint, rule, soa, zone } from "./cloud.js";

function factsOf(answers: readonly Told[], more: readonly Batch[] = []) {
  const graph = assemble([...batchesOf(answers), ...more]);
  const derived = derive(graph);
  return <T>(name: string, id: string): { value: T; gaps: string[] } => {
    const [node] = graph.find(id);
    const { value, gaps } = derived.fact(name, node?.id ?? id);
    return { value: value as unknown as T, gaps: gaps.map(({ message }) => message) };
  };
}

const ZONE = "arn:aws:route53:::hostedzone/Z1";
const SERVERS = ["ns-1.awsdns-00.com"];
const bucket = (name: string): Told => ({
  ...{ service: "s3", operation: "ListBuckets" },
  output: { Buckets: [{ Name: name, BucketRegion: "eu-central-1", CreationDate: "2024-01-01T00:00:00Z" }] },
});
const address = (PublicIp: string): Told => ({
  operation: "DescribeAddresses",
  output: { Addresses: [{ PublicIp, AllocationId: "eipalloc-1", Domain: "vpc" }] },
});

describe("where a record leads", () => {
  const records = [
    "shop.example.com. CNAME shop.example.com.s3-website-eu-central-1.amazonaws.com",
    "old.example.com. CNAME old.example.com.s3-website-eu-central-1.amazonaws.com",
    "app.example.com. A 203.0.113.5",
    "was.example.com. A 203.0.113.6",
    "in.example.com. A 10.0.0.9",
    "pages.example.com. CNAME me.github.io",
    "lost.example.com. CNAME nothing.example.com",
    "bean.example.com. CNAME shop.eu-central-1.elasticbeanstalk.com",
    "l1.example.com. CNAME l2.example.com",
    "l2.example.com. CNAME l1.example.com",
    "web.example.com. CNAME app.example.com",
  ];
  const answers = [
    ...zone({ id: "Z1", name: "example.com.", servers: SERVERS, records }),
    bucket("shop.example.com"),
    address("203.0.113.5"),
  ];
  const fact = factsOf(answers);
  const owned = (name: string, type = "CNAME") =>
    fact<Leads>("leads", `${ZONE}#${name}./${type}`).value.targets[0]?.owned;

  it("is ours, gone, or of others, over all that was seen", () => {
    expect(owned("shop.example.com")).toBe("ours");
    expect(owned("old.example.com")).toBe("gone");
    expect(owned("app.example.com", "A")).toBe("ours");
    expect(owned("was.example.com", "A")).toBe("others");
    expect(owned("pages.example.com")).toBe("others");
    expect(owned("lost.example.com")).toBe("gone");
    expect(owned("web.example.com")).toBe("ours");
    expect(fact<Leads>("leads", `${ZONE}#in.example.com./A`).value).toMatchObject({
      public: true,
      targets: [{ private: true, claimable: false }],
    });
  });

  it("is a circle where names lead back", () => {
    expect(fact<Leads>("leads", `${ZONE}#l1.example.com./CNAME`).value.loop).toBe(true);
    expect(fact<Leads>("leads", `${ZONE}#web.example.com./CNAME`).value.loop).toBe(false);
  });

  it("is not known where nothing of its service is collected, or where an account was not seen", () => {
    const bean = fact<Leads>("leads", `${ZONE}#bean.example.com./CNAME`);
    expect(bean.value.targets[0]?.owned).toBe("unknown");
    expect(bean.gaps).toHaveLength(1);
    const gap = gapOf({
      ...{ reason: "denied", message: "buckets of another account", at: { source: "aws", uri: "x" } },
      touches: { kinds: ["data-store"], account: "444455556666" },
    });
    const blind = factsOf(answers, [{ nodes: [], edges: [], gaps: [gap] }]);
    const old = blind<Leads>("leads", `${ZONE}#old.example.com./CNAME`);
    expect(old.value.targets[0]?.owned).toBe("unknown");
    expect(old.gaps).toContain("buckets of another account");
    expect(blind<Leads>("leads", `${ZONE}#shop.example.com./CNAME`).value.targets[0]?.owned).toBe("ours");
  });
});

describe("how a zone stands", () => {
  const parent = zone({
    ...{ id: "Z1", name: "example.com.", servers: SERVERS },
    records: [
      "shop.example.com. NS ns-2.awsdns-00.com",
      "gone.example.com. NS ns-9.awsdns-00.com",
      "old.example.com. NS ns-8.awsdns-00.com",
      "out.example.com. NS ns1.other.example",
      "example.com. MX 10 mail.example.com",
      'example.com. TXT "v=spf1 include:amazonses.com ~all"',
      '_dmarc.example.com. TXT "v=DMARC1; p=reject"',
      'example.com. CAA 0 issue "amazon.com"',
    ],
  });
  const shop = zone({ id: "Z2", name: "shop.example.com.", servers: ["ns-2.awsdns-00.com"] });
  const old = zone({ id: "Z3", name: "old.example.com.", servers: ["ns-3.awsdns-00.com"] });
  const fact = factsOf([...parent, ...shop, ...old]);

  it("is lame where it hands names on to servers that do not answer for them", () => {
    const { lame } = fact<Standing>("standing", "Z1").value;
    expect(lame.map(({ name, why }) => [name, why])).toEqual([
      ["gone.example.com.", "no zone of this name is there"],
      ["old.example.com.", "the zone of this name has other servers"],
    ]);
  });

  it("is asked where the zone above names its servers", () => {
    expect(fact<Standing>("standing", "Z2").value.delegation).toMatchObject({
      status: "here",
      trusted: "no",
    });
    expect(fact<Standing>("standing", "Z3").value.delegation.status).toBe("elsewhere");
  });

  it("is not judged by a zone above that hands on to others in between", () => {
    const deep = zone({ id: "Z5", name: "a.out.example.com.", servers: ["ns-5.awsdns-00.com"] });
    const told = factsOf([...parent, ...deep])<Standing>("standing", "Z5").value.delegation;
    expect(told.status).toBe("unknown");
  });

  it("is asked where the registrar names its servers, and vouched for by the key that signs", () => {
    const domain = (Nameservers: readonly string[], keyTag: number): Told => ({
      ...{ service: "route53domains", operation: "GetDomainDetail", input: { DomainName: "example.com" } },
      output: {
        ...{
          DomainName: "example.com",
          Nameservers: Nameservers.map((Name) => ({ Name })),
          RegistrarName: "r",
        },
        DnssecKeys: [{ Algorithm: 13, KeyTag: keyTag, DigestType: 2, Digest: "AB12" }],
      },
    });
    const signing: Told = {
      ...{ service: "route53", operation: "GetDNSSEC", input: { HostedZoneId: "Z1" } },
      output: {
        Status: { ServeSignature: "SIGNING" },
        KeySigningKeys: [
          {
            Name: "k",
            Status: "ACTIVE",
            KeyTag: 7,
            DigestValue: "AB12",
            KmsArn: "arn:aws:kms:us-east-1:111122223333:key/1",
          },
        ],
      },
    };
    const told = (...more: Told[]) =>
      factsOf([...parent, ...more])<Standing>("standing", "Z1").value.delegation;
    expect(told(domain(SERVERS, 7), signing)).toMatchObject({ status: "here", trusted: "yes" });
    expect(told(domain(SERVERS, 8), signing).trusted).toBe("mismatch");
    expect(told(domain(SERVERS, 8)).trusted).toBe("unknown");
    expect(told(domain(["ns1.other.example"], 7), signing).status).toBe("elsewhere");
    expect(told(domain([...SERVERS, "ns1.other.example"], 7), signing).status).toBe("partly");
  });

  it("says what its own name tells the world", () => {
    expect(fact<Standing>("standing", "Z1").value.apex).toEqual({
      ...{ certifiers: ["amazon.com"], mail: true, senders: "~all", senderRecords: 1, receivers: "reject" },
    });
  });

  it("has the names above speak for it where it says nothing itself", () => {
    const below = (records: readonly string[], ...above: string[]) => {
      const top = zone({
        id: "Z8",
        name: "example.org.",
        servers: SERVERS,
        records: ["dev.example.org. NS ns-9.awsdns-00.com", ...above],
      });
      const under = { id: "Z9", name: "dev.example.org.", servers: ["ns-9.awsdns-00.com"], records };
      const { value, gaps } = factsOf([...top, ...zone(under)])<Standing>("standing", "Z9");
      const { certifiers, receivers } = value.apex;
      return { certifiers, receivers, gaps };
    };
    const CAA = 'example.org. CAA 0 issue "amazon.com"';
    const nothing = { certifiers: null, receivers: null, gaps: [] };
    expect(below([])).toEqual(nothing);
    expect(below([], CAA).certifiers).toEqual(["amazon.com"]);
    expect(below(['dev.example.org. CAA 0 issue ";"'], CAA).certifiers).toEqual([";"]);
    expect(below(['dev.example.org. CAA 0 iodef "mailto:a@example.org"'], CAA).certifiers).toBeNull();
    const policy = '_dmarc.example.org. TXT "v=DMARC1; p=reject; sp=quarantine"';
    expect(below([], policy).receivers).toBe("quarantine");
    expect(below([], '_dmarc.example.org. TXT "v=DMARC1; p=reject"').receivers).toBe("reject");
    expect(below(['_dmarc.dev.example.org. TXT "v=DMARC1; p=none"'], policy).receivers).toBe("none");
    const moved = below(["_dmarc.dev.example.org. CNAME x.vendor.example"], policy);
    expect(moved.gaps).toEqual([expect.stringContaining("receivers of mail")]);
  });

  it("hides what a private zone of its name does not hold", () => {
    const inner = zone({
      id: "Z4",
      name: "shop.example.com.",
      vpcs: ["vpc-1"],
      records: ["a.shop.example.com. A 10.0.0.1"],
    });
    const open = zone({
      id: "Z2",
      name: "shop.example.com.",
      servers: ["ns-2.awsdns-00.com"],
      records: ["a.shop.example.com. A 198.51.100.1", "b.shop.example.com. A 198.51.100.2"],
    });
    const { covers, twins } = factsOf([vpc("vpc-1", "10.0.0.0/16"), ...inner, ...open])<Standing>(
      "standing",
      "Z4",
    ).value;
    expect(covers).toMatchObject([{ names: ["b.shop.example.com."], missing: 1 }]);
    expect(twins.map(({ id }) => id)).toEqual(["arn:aws:route53:::hostedzone/Z2"]);
  });
});

describe("whom a network asks", () => {
  it("is told by its DHCP options", () => {
    const answers = [
      vpc("vpc-1", "10.0.0.0/16", { DhcpOptionsId: "dopt-1" }),
      dhcp("dopt-1", ["10.0.0.2", "10.9.0.53", "10.8.0.53"]),
    ];
    const { value } = factsOf(
      answers,
      bind("ns1", "10.9.0.53", { "named.conf": "options { recursion yes; };" }),
    )<ResolverFact>("resolver", "vpc-1");
    expect(value.provider).toBe(true);
    expect(value.servers.map(({ address, known }) => [address, known])).toEqual([
      ["10.9.0.53", true],
      ["10.8.0.53", false],
    ]);
  });
});

describe("whether forwarding is answered", () => {
  const network = [
    vpc("vpc-1", "10.0.0.0/16"),
    ...endpoint("rslvr-out-1", { direction: "OUTBOUND", vpc: "vpc-1", addresses: ["10.0.1.10"] }),
  ];
  const answers = (conf: string, inbound: readonly Told[] = []) =>
    factsOf(
      [
        ...network,
        ...inbound,
        ...rule({ id: "rslvr-rr-1", domain: "dc.example.", targets: ["10.9.0.53"], vpcs: ["vpc-1"] }),
      ],
      bind("ns1", "10.9.0.53", { "named.conf": conf, dc: soa }),
    )<Forwarding>("forwarding", "rslvr-rr-1").value.targets[0]?.answers;

  it("depends on the zones of the server", () => {
    expect(answers('zone "dc.example" { type primary; file "dc"; };')).toBe("yes");
    expect(answers("options { recursion no; };")).toBe("no");
    expect(answers("options { recursion yes; };")).toBe("unknown");
  });
});

describe("whether forwarding gets there", () => {
  it("is asked of reach: an endpoint without a route to the data centre sends nothing there", () => {
    const answers = [
      vpc("vpc-1", "10.0.0.0/16"),
      ...endpoint("rslvr-out-1", { direction: "OUTBOUND", vpc: "vpc-1", addresses: ["10.0.1.10"] }),
      ...rule({ id: "rslvr-rr-1", domain: "dc.example.", targets: ["10.9.0.53"], vpcs: ["vpc-1"] }),
    ];
    const [target] = factsOf(answers)<Forwarding>("forwarding", "rslvr-rr-1").value.targets;
    expect(["no", "unknown"]).toContain(target?.reached);
    const unseen = factsOf(answers.filter(({ operation }) => operation !== "DescribeNetworkInterfaces"));
    expect(unseen<Forwarding>("forwarding", "rslvr-rr-1").value.targets[0]?.reached).toBe("unknown");
  });
});

describe("how a domain is registered", () => {
  it("counts days from when the registrar was asked", () => {
    const list: Told = {
      ...{ service: "route53domains", operation: "ListDomains" },
      output: {
        Domains: [
          { DomainName: "example.com", AutoRenew: false, TransferLock: true, Expiry: "2026-03-01T00:00:00Z" },
        ],
      },
    };
    const [batch] = batchesOf([list]);
    const nodes = (batch?.nodes ?? []).map((node) => ({
      ...node,
      at: { ...node.at, time: "2026-02-19T12:00:00Z" },
    }));
    const fact = factsOf([], [{ nodes, edges: batch?.edges ?? [], gaps: [] }]);
    expect(fact<Registration>("registration", "aws:domain:example.com.").value.daysLeft).toBe(9);
    const untimed = factsOf([list])<Registration>("registration", "aws:domain:example.com.");
    expect(untimed.value.daysLeft).toBe(null);
    expect(untimed.gaps).toHaveLength(1);
  });
});
