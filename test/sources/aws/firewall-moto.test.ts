import * as ec2 from "@aws-sdk/client-ec2";
import * as firewalls from "@aws-sdk/client-network-firewall";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../src/graph/index.js";
import { collectAws } from "../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../setup/moto-server.js";
import { gather, type Whole } from "./harness.js";

const REGION = "eu-west-1";
const POLICY = `arn:aws:network-firewall:${REGION}:123456789012:firewall-policy/guard`;

/** A firewall that logs, in a subnet of a VPC. */
async function seed() {
  const client = new ec2.EC2Client({ region: REGION });
  const VpcId = (await client.send(new ec2.CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }))).Vpc?.VpcId ?? "";
  const cut = await client.send(new ec2.CreateSubnetCommand({ VpcId, CidrBlock: "10.0.0.0/28" }));
  client.destroy();
  const SubnetId = cut.Subnet?.SubnetId ?? "";
  const guard = new firewalls.NetworkFirewallClient({ region: REGION });
  const made = await guard.send(
    new firewalls.CreateFirewallCommand({
      ...{ FirewallName: "guard", FirewallPolicyArn: POLICY, VpcId, SubnetMappings: [{ SubnetId }] },
    }),
  );
  const FirewallArn = made.Firewall?.FirewallArn ?? "";
  const LogDestination = { bucketName: "logs" };
  await guard.send(
    new firewalls.UpdateLoggingConfigurationCommand({
      FirewallArn,
      LoggingConfiguration: {
        LogDestinationConfigs: [{ LogType: "ALERT", LogDestinationType: "S3", LogDestination }],
      },
    }),
  );
  guard.destroy();
  return { vpc: VpcId, subnet: SubnetId, firewall: FirewallArn };
}

describeWithMoto("an account with a firewall, of which the emulator tells no policy", () => {
  let made: Awaited<ReturnType<typeof seed>>;
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    made = await seed();
    whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
    graph = assemble([whole]);
  });

  it("has the firewall in its VPC and subnet, with its log", () => {
    const { firewall, vpc, subnet } = made;
    expect(graph.node(firewall)?.is).toMatchObject({ name: "guard", state: "ready", endpoints: [] });
    const leads = (segment: string) => graph.step(firewall, segment)?.ids;
    expect(leads("network")).toEqual(graph.find(vpc).map(({ id }) => id));
    expect(leads("subnets")).toEqual(graph.find(subnet).map(({ id }) => id));
    expect(leads("policy")).toEqual([POLICY]);
    expect(leads("flow_logs")).toEqual([`${firewall}#log/alert`]);
  });

  it("does not know the policy, and says so", () => {
    expect(graph.node(POLICY)?.is).toEqual({});
    const gaps = whole.gaps.filter(({ at }) => at.call?.startsWith("network-firewall:") === true);
    expect(gaps.map(({ at, reason, touches }) => [at.call, reason, touches.kinds]).sort()).toEqual([
      ["network-firewall:ListFirewallPolicies", "failed", ["firewall-policy"]],
      ["network-firewall:ListRuleGroups", "failed", ["firewall-policy"]],
      ["network-firewall:ListTLSInspectionConfigurations", "failed", ["tls-inspection"]],
      ["network-firewall:ListVpcEndpointAssociations", "failed", ["firewall-endpoint"]],
    ]);
  });
});
