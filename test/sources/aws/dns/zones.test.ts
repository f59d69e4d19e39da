import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { normalizeAnswer } from "../../../../src/sources/aws/index.js";
import { ACCOUNT, answer, arn, arrows, nodeOf, OTHER, REGION, read, told } from "../harness.js";

const ZONE = "arn:aws:route53:::hostedzone/Z1";
/** Route 53 answers for the whole account, without a Region. */
function global(call: string, output: object, input: object = {}) {
  const { region: _none, ...rest } = answer(call, output, { input: input as never });
  return normalizeAnswer(rest);
}

describe("a hosted zone", () => {
  const listed = global("route53:ListHostedZones", {
    HostedZones: [
      {
        Id: "/hostedzone/Z1",
        Name: "Example.com.",
        CallerReference: "c",
        Config: { Comment: "main", PrivateZone: false },
        ResourceRecordSetCount: 7,
      },
      {
        Id: "/hostedzone/Z2",
        Name: "corp.internal.",
        Config: { PrivateZone: true },
        ResourceRecordSetCount: 2,
        LinkedService: { ServicePrincipal: "servicediscovery.amazonaws.com", Description: "Cloud Map" },
      },
    ],
    IsTruncated: false,
    MaxItems: 100,
  });

  it("is told by its list, without a Region, by an id that names no account", () => {
    expect(nodeOf(listed, "Z1")).toMatchObject({
      id: ZONE,
      kind: "zone",
      type: "aws.hosted-zone",
      label: "example.com. (Z1)",
      aliases: ["Z1"],
      is: { name: "example.com.", private: false, comment: "main", recordCount: 7, service: null },
    });
    expect(nodeOf(listed, "Z2").is).toEqual({
      name: "corp.internal.",
      private: true,
      comment: null,
      recordCount: 2,
      service: "servicediscovery.amazonaws.com",
    });
    expect(nodeOf(listed, "Z1").scope.account).toBe(ACCOUNT);
    expect(listed.gaps).toEqual([]);
  });

  it("that is public has name servers, and says which set they are of", () => {
    const batch = global("route53:GetHostedZone", {
      HostedZone: { Id: "/hostedzone/Z1", Name: "example.com.", CallerReference: "c" },
      DelegationSet: { Id: "/delegationset/N1", NameServers: ["ns-2.awsdns-00.net", "NS-1.awsdns-00.com"] },
    });
    expect(nodeOf(batch, ZONE).is).toEqual({
      nameServers: ["ns-1.awsdns-00.com.", "ns-2.awsdns-00.net."],
      delegationSet: "/delegationset/N1",
    });
    expect(batch.gaps).toEqual([]);
  });

  it("that is private is answered in networks of several Regions", () => {
    const batch = global("route53:GetHostedZone", {
      HostedZone: { Id: "/hostedzone/Z1", Name: "corp.internal.", Config: { PrivateZone: true } },
      VPCs: [
        { VPCId: "vpc-1", VPCRegion: "eu-west-1" },
        { VPCId: "vpc-2", VPCRegion: "us-east-1" },
        { VPCRegion: "us-east-1" },
      ],
    });
    expect(arrows(batch)).toEqual([
      `${ZONE} -networks-> vpc-1 in eu-west-1`,
      `${ZONE} -networks-> vpc-2 in us-east-1`,
    ]);
    expect(told(batch.gaps)).toEqual(["unparsed: A network of a private zone has no VPCId"]);
  });

  it("of another account is known from the network that it is answered in", () => {
    const batch = read(
      "route53:ListHostedZonesByVPC",
      {
        HostedZoneSummaries: [
          { HostedZoneId: "Z7", Name: "shared.internal.", Owner: { OwningAccount: OTHER } },
          {
            HostedZoneId: "Z8",
            Name: "fs-1.efs.eu-west-1.amazonaws.com.",
            Owner: { OwningService: "efs.amazonaws.com" },
          },
        ],
        MaxItems: 100,
      },
      { input: { VPCId: "vpc-1", VPCRegion: REGION } },
    );
    expect(nodeOf(batch, "Z7")).toMatchObject({
      scope: { provider: "aws", partition: "aws", account: OTHER },
      is: { name: "shared.internal.", private: true },
    });
    expect(nodeOf(batch, "Z8")).toMatchObject({
      scope: { provider: "aws", partition: "aws" },
      is: { service: "efs.amazonaws.com", private: true },
    });
    expect(nodeOf(batch, "Z7").scope.region).toBeUndefined();
    expect(arrows(batch)).toHaveLength(2);
    const vpc = read("ec2:DescribeVpcs", {
      Vpcs: [{ VpcId: "vpc-1", OwnerId: ACCOUNT, CidrBlock: "10.0.0.0/16" }],
    });
    const graph = assemble([batch, vpc, listed]);
    expect(graph.step(arn("vpc/vpc-1"), "private_zones")?.ids).toEqual([
      "arn:aws:route53:::hostedzone/Z7",
      "arn:aws:route53:::hostedzone/Z8",
    ]);
    expect(graph.gaps).toEqual([]);
  });

  it("is signed, or not, by keys", () => {
    const signing = global(
      "route53:GetDNSSEC",
      {
        Status: { ServeSignature: "SIGNING" },
        KeySigningKeys: [
          {
            Name: "ksk",
            KmsArn: "arn:aws:kms:us-east-1:111122223333:key/k",
            Status: "ACTIVE",
            KeyTag: 3617,
            SigningAlgorithmType: 13,
            DigestAlgorithmType: 2,
            DigestValue: "ABCD",
          },
        ],
      },
      { HostedZoneId: "Z1" },
    );
    expect(nodeOf(signing, ZONE).is).toEqual({
      signing: {
        status: "signing",
        message: null,
        keys: [
          {
            name: "ksk",
            status: "active",
            kmsKey: "arn:aws:kms:us-east-1:111122223333:key/k",
            keyTag: 3617,
            algorithm: 13,
            digestType: 2,
            digest: "abcd",
          },
        ],
      },
    });
    const off = global(
      "route53:GetDNSSEC",
      { Status: { ServeSignature: "NOT_SIGNING" }, KeySigningKeys: [] },
      { HostedZoneId: "Z1" },
    );
    expect(nodeOf(off, ZONE).is).toEqual({ signing: { status: "not-signing", message: null, keys: [] } });
    expect(assemble([listed, signing]).gaps).toEqual([]);
  });

  it("has the tags that were told apart from it", () => {
    const batch = global("route53:ListTagsForResource", {
      ResourceTagSet: { ResourceType: "hostedzone", ResourceId: "Z1", Tags: [{ Key: "team", Value: "web" }] },
    });
    const graph = assemble([listed, batch]);
    expect(graph.node(ZONE)).toMatchObject({ label: "example.com. (Z1)", tags: { team: "web" } });
    expect(graph.gaps).toEqual([]);
  });

  it("may be logged", () => {
    const batch = global("route53:ListQueryLoggingConfigs", {
      QueryLoggingConfigs: [
        {
          Id: "q-1",
          HostedZoneId: "Z1",
          CloudWatchLogsLogGroupArn:
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/example.com:*",
        },
      ],
    });
    expect(nodeOf(batch, "arn:aws:route53:::queryloggingconfig/q-1").is).toMatchObject({
      queries: "zone",
      destinationType: "logs",
    });
    const graph = assemble([listed, batch]);
    expect(graph.step(ZONE, "query_logs")?.ids).toEqual(["arn:aws:route53:::queryloggingconfig/q-1"]);
  });

  it.each([
    ["route53:ListHostedZones", {}, []],
    ["route53:GetHostedZone", { Id: "Z1" }, [ZONE]],
    ["route53:ListResourceRecordSets", { HostedZoneId: "Z1" }, [ZONE]],
    ["route53:GetDNSSEC", { HostedZoneId: "Z1" }, [ZONE]],
    ["route53:ListTagsForResource", { ResourceType: "hostedzone", ResourceId: "Z1" }, [ZONE]],
    ["route53:ListHostedZonesByVPC", { VPCId: "vpc-1", VPCRegion: REGION }, ["vpc-1"]],
  ])("denied %s is a gap where it is missing", (call, input, nodes) => {
    const batch = global(call, { Error: { Code: "AccessDenied", Message: "no" } }, input);
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([["denied", nodes]]);
  });

  it("that is gone when it is asked about is told so", () => {
    const error = { Error: { Code: "NoSuchHostedZone", Message: "none" } };
    expect(told(global("route53:GetHostedZone", error, { Id: "Z1" }).gaps)).toEqual([
      `failed: ${ZONE} was gone when route53:GetHostedZone asked about it`,
    ]);
  });

  it("in a list that breaks off without a marker is not taken for the last", () => {
    const batch = global("route53:ListHostedZones", { HostedZones: [], IsTruncated: true });
    expect(batch.gaps.map(({ reason }) => reason)).toEqual(["truncated"]);
  });
});

describe("a health check", () => {
  it("asks an endpoint, or counts other checks", () => {
    const batch = global("route53:ListHealthChecks", {
      HealthChecks: [
        {
          Id: "h-1",
          HealthCheckConfig: {
            IPAddress: "192.0.2.1",
            Port: 443,
            Type: "HTTPS_STR_MATCH",
            ResourcePath: "/up",
            FullyQualifiedDomainName: "www.example.com",
            SearchString: "ok",
            RequestInterval: 30,
            FailureThreshold: 3,
            EnableSNI: true,
            Regions: ["us-east-1", "eu-west-1"],
          },
        },
        {
          Id: "h-2",
          HealthCheckConfig: {
            Type: "CALCULATED",
            Inverted: true,
            Disabled: true,
            HealthThreshold: 1,
            ChildHealthChecks: ["h-1", "h-3"],
          },
        },
        {
          Id: "h-3",
          HealthCheckConfig: {
            Type: "CLOUDWATCH_METRIC",
            AlarmIdentifier: { Region: "us-east-1", Name: "down" },
            InsufficientDataHealthStatus: "LastKnownStatus",
          },
        },
        { Id: "h-4" },
      ],
    });
    expect(nodeOf(batch, "h-1").is).toMatchObject({
      checkType: "https-str-match",
      address: "192.0.2.1",
      name: "www.example.com.",
      port: 443,
      searched: "ok",
      interval: 30,
      inverted: false,
      disabled: false,
      serverNameIndication: true,
      regions: ["eu-west-1", "us-east-1"],
    });
    expect(nodeOf(batch, "h-2").is).toMatchObject({
      checkType: "calculated",
      inverted: true,
      disabled: true,
    });
    expect(nodeOf(batch, "h-3").is).toMatchObject({
      alarm: { name: "down", region: "us-east-1" },
      onMissingData: "lastknownstatus",
    });
    expect(told(batch.gaps)).toEqual(["unparsed: A health check does not tell what it checks"]);
    const of = (short: string) => `arn:aws:route53:::healthcheck/${short}`;
    expect(assemble([batch]).step(of("h-2"), "children")?.ids).toEqual([of("h-1"), of("h-3")]);
  });
});
