import * as ec2 from "@aws-sdk/client-ec2";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../src/graph/index.js";
import type { EstateNode } from "../../../src/model/index.js";
import { collectAws } from "../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../setup/moto-server.js";
import { unknownToMoto } from "../../setup/moto-unknown.js";
import { bareLines, rereadFromFolder } from "./exported.js";
import { gather, nodeOf, type Whole } from "./harness.js";

const REGION = "eu-west-1";

const id = (text: string | undefined): string => {
  if (text === undefined) throw new Error("nothing was made");
  return text;
};

/** A VPC and a VPN on a transit gateway, and a VPN on a virtual private gateway. */
async function seed(client: ec2.EC2Client) {
  const vpc = id((await client.send(new ec2.CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }))).Vpc?.VpcId);
  const cut = await client.send(new ec2.CreateSubnetCommand({ VpcId: vpc, CidrBlock: "10.0.0.0/24" }));
  const subnet = id(cut.Subnet?.SubnetId);
  const hub = await seedHub(client, { vpc, subnet });
  const lines = await seedLines(client, { vpc, hub: hub.hub });
  return { vpc, subnet, ...hub, ...lines };
}

async function seedHub(client: ec2.EC2Client, { vpc, subnet }: { vpc: string; subnet: string }) {
  const made = await client.send(new ec2.CreateTransitGatewayCommand({ Options: { AmazonSideAsn: 64_600 } }));
  const TransitGatewayId = id(made.TransitGateway?.TransitGatewayId);
  const joined = await client.send(
    new ec2.CreateTransitGatewayVpcAttachmentCommand({ TransitGatewayId, VpcId: vpc, SubnetIds: [subnet] }),
  );
  const attachment = id(joined.TransitGatewayVpcAttachment?.TransitGatewayAttachmentId);
  // A new attachment uses the default table.
  const { TransitGatewayRouteTables: tables = [] } = await client.send(
    new ec2.DescribeTransitGatewayRouteTablesCommand({}),
  );
  const table = id(tables.find((one) => one.DefaultAssociationRouteTable)?.TransitGatewayRouteTableId);
  const both = { TransitGatewayRouteTableId: table, TransitGatewayAttachmentId: attachment };
  await client.send(new ec2.EnableTransitGatewayRouteTablePropagationCommand(both));
  await client.send(
    new ec2.CreateTransitGatewayRouteCommand({ ...both, DestinationCidrBlock: "10.0.0.0/8" }),
  );
  const hole = { TransitGatewayRouteTableId: table, DestinationCidrBlock: "10.99.0.0/16", Blackhole: true };
  await client.send(new ec2.CreateTransitGatewayRouteCommand(hole));
  return { hub: TransitGatewayId, attachment, table };
}

async function seedLines(client: ec2.EC2Client, { vpc, hub }: { vpc: string; hub: string }) {
  const Type = "ipsec.1" as const;
  const met = await client.send(
    new ec2.CreateCustomerGatewayCommand({ Type, BgpAsn: 65_000, PublicIp: "203.0.113.9" }),
  );
  const customer = id(met.CustomerGateway?.CustomerGatewayId);
  const made = await client.send(new ec2.CreateVpnGatewayCommand({ Type, AmazonSideAsn: 64_700 }));
  const gateway = id(made.VpnGateway?.VpnGatewayId);
  await client.send(new ec2.AttachVpnGatewayCommand({ VpcId: vpc, VpnGatewayId: gateway }));
  const vpn = async (end: { VpnGatewayId: string } | { TransitGatewayId: string }) => {
    const input = { Type, CustomerGatewayId: customer, ...end };
    return id((await client.send(new ec2.CreateVpnConnectionCommand(input))).VpnConnection?.VpnConnectionId);
  };
  const carried = await client.send(new ec2.CreateCarrierGatewayCommand({ VpcId: vpc }));
  return {
    customer,
    gateway,
    old: await vpn({ VpnGatewayId: gateway }),
    modern: await vpn({ TransitGatewayId: hub }),
    carrier: id(carried.CarrierGateway?.CarrierGatewayId),
  };
}

describeWithMoto("an account with a transit gateway and VPN connections", () => {
  let made: Awaited<ReturnType<typeof seed>>;
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    const client = new ec2.EC2Client({ region: REGION });
    made = await seed(client);
    client.destroy();
    whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
    graph = assemble([whole]);
  });

  const idOf = (alias: string) => graph.find(alias)[0]?.id ?? `no ${alias}`;
  const leads = (alias: string, segment: string) => graph.step(idOf(alias), segment)?.ids;

  it("has the attachment between VPC, subnets, gateway and table, both ways", () => {
    const { attachment, hub, vpc, subnet, table } = made;
    expect(leads(attachment, "gateway")).toEqual([idOf(hub)]);
    expect(leads(attachment, "network")).toEqual([idOf(vpc)]);
    expect(leads(attachment, "subnets")).toEqual([idOf(subnet)]);
    expect(leads(attachment, "route_table")).toEqual([idOf(table)]);
    expect(leads(attachment, "propagates_to")).toEqual([idOf(table)]);
    expect(leads(table, "gateway")).toEqual([idOf(hub)]);
  });

  it("has the routes of the table, of which the emulator does not tell the targets", () => {
    const { is } = graph.node(idOf(made.table)) as EstateNode<"route-table">;
    expect(is.routes?.map(({ destination, via, state }) => [destination, via.type, state])).toEqual([
      ["10.0.0.0/8", "unknown", "active"],
      ["10.99.0.0/16", "blackhole", "blackhole"],
    ]);
    const gaps = whole.gaps.filter(({ at }) => at.call === "ec2:SearchTransitGatewayRoutes");
    expect(gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unmodelled", [idOf(made.table)]],
    ]);
  });

  it("has each VPN connection between its gateway and the device", () => {
    expect(leads(made.old, "gateway")).toEqual([idOf(made.gateway)]);
    expect(leads(made.modern, "gateway")).toEqual([idOf(made.hub)]);
    for (const vpn of [made.old, made.modern])
      expect(leads(vpn, "customer_gateway")).toEqual([idOf(made.customer)]);
    expect(leads(made.modern, "attachments")).toHaveLength(1);
    expect(leads(made.gateway, "network")).toEqual([idOf(made.vpc)]);
    expect(leads(made.carrier, "network")).toEqual([idOf(made.vpc)]);
  });

  it("misses nothing but what the emulator does not know", () => {
    const isOurs = (call: string) => /TransitGateway|Vpn|CustomerGateway|Carrier|VpcBlockPublic/.test(call);
    const calls = whole.gaps.map(({ at }) => at.call ?? "").filter(isOurs);
    expect([...new Set(calls)].sort()).toEqual(unknownToMoto(isOurs));
    const doubts = graph.gaps.filter(({ reason }) => reason === "conflict" || reason === "ambiguous");
    // The emulator has Regions of three partitions in one account, so that its number names three.
    expect(doubts.filter(({ at }) => at.call?.startsWith("iam:") !== true)).toEqual([]);
  });

  it("gives away no key of a tunnel", () => {
    const all = JSON.stringify(whole);
    expect(all).toContain("(removed)");
    expect(all).not.toMatch(/pre_shared_key|<vpn_connection/);
    expect(nodeOf(whole, made.old).native["CustomerGatewayConfiguration"]).toBe("(removed)");
  });

  it("exported and collected from the files is the same graph", async () => {
    const again = await rereadFromFolder({ answers: [...whole.answers].reverse() });
    expect(bareLines(again)).toEqual(bareLines(whole));
  });
});
