import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { ACCOUNT, arrows, nodeOf, read, told } from "../harness.js";

const CANARY = "CANARY-street-7";

describe("a registered domain", () => {
  const listed = read("route53domains:ListDomains", {
    Domains: [
      { DomainName: "example.com", AutoRenew: true, TransferLock: false, Expiry: "2027-02-03T04:05:06.000Z" },
    ],
  });
  const detail = read("route53domains:GetDomainDetail", {
    DomainName: "example.com",
    Nameservers: [{ Name: "ns-2.awsdns-00.net" }, { Name: "ns-1.awsdns-00.com", GlueIps: [] }],
    AutoRenew: true,
    AdminContact: { AddressLine1: CANARY },
    RegistrantPrivacy: true,
    AdminPrivacy: true,
    TechPrivacy: false,
    RegistrarName: "Amazon Registrar, Inc.",
    CreationDate: 1_531_958_400.5,
    StatusList: ["clientTransferProhibited", "autoRenewPeriod"],
    DnssecKeys: [{ Algorithm: 13, Flags: 257, DigestType: 2, Digest: "ABCD", KeyTag: 3617, Id: "k" }],
  });

  it("is what the list and the registrar tell of it", () => {
    const graph = assemble([listed, detail]);
    expect(graph.node("aws:domain:example.com.")).toMatchObject({
      label: "example.com",
      scope: { provider: "aws", account: ACCOUNT },
      is: {
        name: "example.com.",
        autoRenew: true,
        transferLock: false,
        expires: "2027-02-03T04:05:06.000Z",
        nameServers: ["ns-1.awsdns-00.com.", "ns-2.awsdns-00.net."],
        registrar: "Amazon Registrar, Inc.",
        created: "2018-07-19T00:00:00.500Z",
        statuses: ["autoRenewPeriod", "clientTransferProhibited"],
        privacy: { registrant: true, admin: true, technical: false, billing: null },
        signers: [{ keyTag: 3617, algorithm: 13, digestType: 2, digest: "abcd" }],
      },
    });
    expect(graph.gaps).toEqual([]);
  });

  it("keeps nobody's whereabouts", () => {
    expect(JSON.stringify(detail)).not.toContain(CANARY);
  });

  it("whose expiry cannot be read leaves a gap", () => {
    const batch = read("route53domains:ListDomains", {
      Domains: [{ DomainName: "a.example", Expiry: "soon" }],
    });
    expect(told(batch.gaps)).toEqual([
      'unparsed: route53domains:ListDomains answered with a Expiry that is no time: "\\"soon\\""',
    ]);
    expect(nodeOf(batch, "aws:domain:a.example.").is).toMatchObject({ expires: null });
  });
});

describe("Cloud Map", () => {
  const NAMESPACE = "arn:aws:servicediscovery:eu-west-1:111122223333:namespace/ns-1";
  const SERVICE = "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1";

  it("answers names in a zone of its own", () => {
    const batch = read("servicediscovery:ListNamespaces", {
      Namespaces: [
        {
          Id: "ns-1",
          Arn: NAMESPACE,
          Name: "corp.internal",
          Type: "DNS_PRIVATE",
          Properties: {
            DnsProperties: { HostedZoneId: "Z2" },
            HttpProperties: { HttpName: "corp.internal" },
          },
        },
      ],
    });
    expect(nodeOf(batch, "ns-1")).toMatchObject({
      id: NAMESPACE,
      is: { name: "corp.internal.", serviceType: "namespace", discovery: "dns-private" },
    });
    expect(arrows(batch)).toEqual([`${NAMESPACE} -zone-> arn:aws:route53:::hostedzone/Z2`]);
  });

  it("has services in each namespace", () => {
    const batch = read(
      "servicediscovery:ListServices",
      {
        Services: [
          {
            Id: "srv-1",
            Arn: SERVICE,
            Name: "api",
            Type: "DNS_HTTP",
            InstanceCount: 2,
            DnsConfig: { RoutingPolicy: "MULTIVALUE", DnsRecords: [{ Type: "A", TTL: 60 }] },
            HealthCheckCustomConfig: { FailureThreshold: 1 },
          },
        ],
      },
      { input: { Filters: [{ Name: "NAMESPACE_ID", Values: ["ns-1"], Condition: "EQ" }] } },
    );
    expect(nodeOf(batch, "srv-1").is).toEqual({
      name: "api",
      serviceType: "service",
      discovery: "dns-http",
      description: null,
      records: [{ recordType: "A", ttl: 60 }],
      routingPolicy: "multivalue",
      healthCheck: { checkType: "custom", path: null, failureThreshold: 1 },
      instanceCount: 2,
    });
    expect(arrows(batch)).toEqual([`${SERVICE} -namespace-> ns-1`]);
    expect(batch.gaps).toEqual([]);
  });
});
