import * as ec2 from "@aws-sdk/client-ec2";
import * as route53 from "@aws-sdk/client-route-53";
import * as resolver from "@aws-sdk/client-route53resolver";
import * as discovery from "@aws-sdk/client-servicediscovery";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { unknownToMoto } from "../../../setup/moto-unknown.js";
import { gather, type Whole } from "../harness.js";

const REGION = "eu-west-1";
const id = (text: string | undefined): string => {
  if (text === undefined) throw new Error("nothing was made");
  return text;
};

/** A public zone with records and a health check, a private one in a VPC, a forwarding rule and a namespace. */
async function seed() {
  const net = new ec2.EC2Client({ region: REGION });
  const vpc = id((await net.send(new ec2.CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }))).Vpc?.VpcId);
  const subnets: string[] = [];
  for (const CidrBlock of ["10.0.0.0/24", "10.0.1.0/24"])
    subnets.push(
      id((await net.send(new ec2.CreateSubnetCommand({ VpcId: vpc, CidrBlock }))).Subnet?.SubnetId),
    );
  const made = await net.send(
    new ec2.CreateSecurityGroupCommand({ GroupName: "dns", Description: "d", VpcId: vpc }),
  );
  net.destroy();
  const zones = await seedZones(vpc);
  return {
    vpc,
    subnets,
    group: id(made.GroupId),
    ...zones,
    ...(await seedResolver(vpc, subnets, id(made.GroupId))),
  };
}

async function seedZones(VPCId: string) {
  const client = new route53.Route53Client({ region: REGION });
  const open = await client.send(
    new route53.CreateHostedZoneCommand({ Name: "example.com", CallerReference: "1" }),
  );
  const inner = await client.send(
    new route53.CreateHostedZoneCommand({
      Name: "corp.internal",
      CallerReference: "2",
      VPC: { VPCId, VPCRegion: REGION },
      HostedZoneConfig: { PrivateZone: true, Comment: "inner" },
    }),
  );
  const check = await client.send(
    new route53.CreateHealthCheckCommand({
      CallerReference: "3",
      HealthCheckConfig: { Type: "HTTPS", FullyQualifiedDomainName: "www.example.com", Port: 443 },
    }),
  );
  const zone = id(open.HostedZone?.Id).replace("/hostedzone/", "");
  const HealthCheckId = id(check.HealthCheck?.Id);
  const set = (more: Partial<route53.ResourceRecordSet>): route53.Change => ({
    Action: "CREATE",
    ResourceRecordSet: { Name: "www.example.com", Type: "A", TTL: 60, ...more },
  });
  await client.send(
    new route53.ChangeResourceRecordSetsCommand({
      HostedZoneId: zone,
      ChangeBatch: {
        Changes: [
          set({ SetIdentifier: "blue", Weight: 3, HealthCheckId, ResourceRecords: [{ Value: "192.0.2.1" }] }),
          set({
            Name: "_dmarc.example.com",
            Type: "TXT",
            ResourceRecords: [{ Value: '"v=DMARC1; p=none"' }],
          }),
        ],
      },
    }),
  );
  client.destroy();
  return { zone, inner: id(inner.HostedZone?.Id).replace("/hostedzone/", ""), check: HealthCheckId };
}

async function seedResolver(vpc: string, subnets: string[], group: string) {
  const client = new resolver.Route53ResolverClient({ region: REGION });
  const out = await client.send(
    new resolver.CreateResolverEndpointCommand({
      CreatorRequestId: "1",
      Name: "out",
      SecurityGroupIds: [group],
      Direction: "OUTBOUND",
      IpAddresses: subnets.map((SubnetId) => ({ SubnetId })),
    }),
  );
  const endpoint = id(out.ResolverEndpoint?.Id);
  const made = await client.send(
    new resolver.CreateResolverRuleCommand({
      CreatorRequestId: "2",
      Name: "corp",
      RuleType: "FORWARD",
      DomainName: "corp.example",
      TargetIps: [{ Ip: "10.9.0.53", Port: 53 }],
      ResolverEndpointId: endpoint,
    }),
  );
  const rule = id(made.ResolverRule?.Id);
  await client.send(new resolver.AssociateResolverRuleCommand({ ResolverRuleId: rule, VPCId: vpc }));
  client.destroy();
  const map = new discovery.ServiceDiscoveryClient({ region: REGION });
  await map.send(new discovery.CreateHttpNamespaceCommand({ Name: "mesh" }));
  const { Namespaces: spaces = [] } = await map.send(new discovery.ListNamespacesCommand({}));
  const namespace = id(spaces[0]?.Id);
  await map.send(new discovery.CreateServiceCommand({ Name: "api", NamespaceId: namespace }));
  map.destroy();
  return { endpoint, rule, namespace };
}

describeWithMoto("an account with names", () => {
  let made: Awaited<ReturnType<typeof seed>>;
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    made = await seed();
    whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
    graph = assemble([whole]);
  });

  const only = (alias: string) => {
    const found = graph.find(alias);
    if (found.length !== 1) throw new Error(`${found.length} nodes answer to ${alias}`);
    return found[0]?.id ?? "";
  };
  const leads = (alias: string, segment: string) => graph.step(only(alias), segment)?.ids ?? [];

  it("has a public zone with its records, one of which is checked", () => {
    expect(graph.node(only(made.zone))?.is).toMatchObject({ name: "example.com.", private: false });
    const labels = leads(made.zone, "records").map((one) => graph.node(one)?.label);
    expect(labels).toEqual(
      expect.arrayContaining(["_dmarc.example.com. TXT", "www.example.com. A (blue)", "example.com. NS"]),
    );
    expect(leads(made.check, "records")).toHaveLength(1);
    expect(graph.node(only(made.check))?.is).toMatchObject({ checkType: "https", port: 443 });
  });

  it("has a private zone in its VPC, and a rule that forwards by an endpoint there", () => {
    expect(leads(made.vpc, "private_zones")).toEqual([only(made.inner)]);
    const rules = leads(made.vpc, "dns_associations").flatMap(
      (one) => graph.step(one, "associated")?.ids ?? [],
    );
    expect(rules).toEqual([only(made.rule)]);
    expect(leads(made.rule, "endpoint")).toEqual([only(made.endpoint)]);
    expect(leads(made.endpoint, "subnets")).toEqual(made.subnets.map(only).sort());
    expect(leads(made.endpoint, "filters")).toEqual([only(made.group)]);
    expect(leads(made.endpoint, "network")).toEqual([only(made.vpc)]);
  });

  it("has a resolver in its VPC", () => {
    const settings = leads(made.vpc, "resolver_settings").map((one) => graph.node(one)?.is);
    expect(settings).toEqual([{ dnsSupport: true, dnsHostnames: false }]);
  });

  it("has a namespace with a service", () => {
    expect(leads(made.namespace, "services").map((one) => graph.node(one)?.is)).toMatchObject([
      { name: "api" },
    ]);
  });

  it("has conflicts about nothing, and blindness where the emulator answers nothing", () => {
    const gaps = graph.gaps.filter(({ at }) =>
      /^(?:route53(?!profiles)|servicediscovery)/.test(at.call ?? ""),
    );
    expect([...new Set(gaps.map(({ at, reason }) => `${reason} ${at.call}`))].sort()).toEqual(
      unknownToMoto((call) => call.startsWith("route53resolver:")).map((call) => `failed ${call}`),
    );
  });
});
