import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import type { EstateNode } from "../../../../src/model/index.js";
import { normalizeAnswer } from "../../../../src/sources/aws/index.js";
import { answer, arrows, nodeOf, read, told } from "../harness.js";

const ZONE = "arn:aws:route53:::hostedzone/Z1";
const records = (...ResourceRecordSets: object[]) =>
  read("route53:ListResourceRecordSets", { ResourceRecordSets }, { input: { HostedZoneId: "Z1" } });
const of = (type: string, ...values: string[]) => ({
  Name: "x.example.com.",
  Type: type,
  TTL: 300,
  ResourceRecords: values.map((Value) => ({ Value })),
});
const facts = (set: object) => records(set).nodes[0]?.is as EstateNode<"record">["is"];

describe("a record set", () => {
  it("is a node of its zone, by name, type and identifier", () => {
    const batch = records(
      { ...of("A", "192.0.2.1"), Name: "\\052.Example.com." },
      { ...of("A", "192.0.2.2"), SetIdentifier: "blue", Weight: 3, HealthCheckId: "h-1" },
    );
    const [wild, weighted] = [`${ZONE}#\\052.Example.com./A`, `${ZONE}#x.example.com./A/blue`];
    expect(nodeOf(batch, wild)).toMatchObject({
      kind: "record",
      label: "*.example.com. A",
      is: {
        name: "*.example.com.",
        wildcard: true,
        recordType: "A",
        ttl: 300,
        values: ["192.0.2.1"],
        addresses: ["192.0.2.1"],
        routing: { policy: "simple" },
      },
    });
    expect(arrows(batch)).toEqual([
      `${wild} -zone-> ${ZONE}`,
      `${weighted} -health_check-> arn:aws:route53:::healthcheck/h-1`,
      `${weighted} -zone-> ${ZONE}`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it.each<[string, string[], object]>([
    ["A", ["192.0.2.1", "192.0.2.2"], { addresses: ["192.0.2.1", "192.0.2.2"] }],
    ["AAAA", ["2001:DB8::1"], { addresses: ["2001:db8::1"] }],
    ["CNAME", ["Target.example.net"], { targets: ["target.example.net."] }],
    ["NS", ["ns-1.awsdns-00.com."], { targets: ["ns-1.awsdns-00.com."] }],
    ["MX", ["10 mail.example.com", "0 ."], { targets: ["mail.example.com.", "."] }],
    ["SRV", ["1 2 443 a.example.com"], { targets: ["a.example.com."] }],
    ["HTTPS", ['1 svc.example.com. alpn="h2"'], { targets: ["svc.example.com."] }],
    ["TXT", ['"v=spf1 include:a.example -all"'], { texts: ["v=spf1 include:a.example -all"] }],
    ["CAA", ['0 issue "ca.example"'], { authorities: [{ flags: 0, tag: "issue", value: "ca.example" }] }],
    ["DS", ["123 13 2 AB CD"], { signers: [{ keyTag: 123, algorithm: 13, digestType: 2, digest: "abcd" }] }],
    ["TLSA", ["3 1 1 abcd"], {}],
  ])("of type %s with %j is read", (type, values, read) => {
    const batch = records(of(type, ...values));
    expect(batch.nodes[0]?.is).toEqual({
      name: "x.example.com.",
      wildcard: false,
      recordType: type,
      ttl: 300,
      values,
      ...read,
      routing: { policy: "simple" },
    });
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    ["A", "2001:db8::1"],
    ["AAAA", "192.0.2.1"],
    ["CNAME", "two words"],
    ["MX", "mail.example.com"],
    ["TXT", '"open'],
    ["CAA", "0 issue"],
    ["DS", "x"],
  ])("of type %s with a value like %j leaves a gap on itself", (type, value) => {
    const batch = records(of(type, value));
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unparsed", [`${ZONE}#x.example.com./${type}`]],
    ]);
  });

  it("may be an alias of what a service has", () => {
    const alias = {
      Name: "example.com.",
      Type: "A",
      AliasTarget: {
        HostedZoneId: "Z2FDTNDATAQYW2",
        DNSName: "D1.cloudfront.net.",
        EvaluateTargetHealth: false,
      },
    };
    expect(facts(alias)).toMatchObject({
      ttl: null,
      values: [],
      alias: { zone: "Z2FDTNDATAQYW2", name: "d1.cloudfront.net.", evaluatesHealth: false },
    });
    expect(records(alias).gaps).toEqual([]);
  });

  it.each<[object, object]>([
    [{ Weight: 0 }, { policy: "weighted", weight: 0 }],
    [{ Region: "eu-west-1" }, { policy: "latency", region: "eu-west-1" }],
    [{ Failover: "SECONDARY" }, { policy: "failover", failover: "secondary" }],
    [{ MultiValueAnswer: true }, { policy: "multivalue" }],
    [
      { GeoLocation: { CountryCode: "*" } },
      { policy: "geolocation", location: { continent: null, country: "*", subdivision: null } },
    ],
    [
      { CidrRoutingConfig: { CollectionId: "c", LocationName: "office" } },
      { policy: "cidr", cidr: { collection: "c", location: "office" } },
    ],
    [
      { GeoProximityLocation: { AWSRegion: "eu-west-1", Bias: -5 } },
      {
        policy: "geoproximity",
        proximity: { region: "eu-west-1", localZoneGroup: null, latitude: null, longitude: null, bias: -5 },
      },
    ],
  ])("with %j is one of several", (how, routing) => {
    expect(facts({ ...of("A", "192.0.2.1"), SetIdentifier: "s", ...how }).routing).toEqual({
      ...routing,
      identifier: "s",
    });
  });

  it("that does not tell when it is answered, or what, leaves a gap", () => {
    expect(told(records({ ...of("A", "192.0.2.1"), SetIdentifier: "s" }).gaps)).toHaveLength(1);
    expect(told(records({ Name: "a.example.", Type: "A" }).gaps)).toEqual([
      "unparsed: a.example. A answers nothing that can be read",
    ]);
    expect(told(records({ Name: "a.example.", Type: "A", TrafficPolicyInstanceId: "t" }).gaps)).toEqual([
      "unmodelled: A traffic policy decides what a.example. A answers, and is not read",
    ]);
    expect(told(records({ Type: "A" }, { Name: "a..b.", Type: "A" }).gaps)).toHaveLength(2);
  });

  it("without its zone's name is none that can be used", () => {
    const batch = read("route53:ListResourceRecordSets", { ResourceRecordSets: [] });
    expect(told(batch.gaps)).toEqual([
      "unrecognized: An answer to route53:ListResourceRecordSets does not say what was asked about",
    ]);
  });

  it("is read by the hundred thousand in time that grows with their number", () => {
    const sets = (from: number) =>
      Array.from({ length: 300 }, (_none, index) => ({
        ...of("A", "192.0.2.1"),
        Name: `h${from + index}.example.com.`,
      }));
    const started = performance.now();
    const batches = Array.from({ length: 200 }, (_none, page) =>
      normalizeAnswer(
        answer(
          "route53:ListResourceRecordSets",
          { ResourceRecordSets: sets(page * 300) },
          { input: { HostedZoneId: "Z1" } },
        ),
      ),
    );
    const zone = read("route53:ListHostedZones", { HostedZones: [{ Id: "Z1", Name: "example.com." }] });
    const graph = assemble([zone, ...batches]);
    expect(graph.step(ZONE, "records")?.ids).toHaveLength(60_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
