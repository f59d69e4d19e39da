import * as ec2 from "@aws-sdk/client-ec2";
import * as elb from "@aws-sdk/client-elastic-load-balancing";
import * as elbv2 from "@aws-sdk/client-elastic-load-balancing-v2";

/** What was made in a Region: short ids, and ARNs of the balancers. */
export interface Seeded {
  readonly region: string;
  readonly vpc: string;
  readonly peer: string;
  readonly subnets: readonly string[];
  readonly group: string;
  readonly inner: string;
  readonly list: string;
  readonly acl: string;
  readonly table: string;
  readonly card: string;
  readonly instance: string;
  readonly internet: string;
  readonly egressOnly: string;
  readonly nat: string;
  readonly address: string;
  readonly peering: string;
  readonly endpoint: string;
  readonly balancer: string;
  readonly targets: string;
}

const id = (text: string | undefined): string => {
  if (text === undefined) throw new Error("nothing was made");
  return text;
};

/** Makes a small network of every kind, with both address families. */
export async function seed(region: string): Promise<Seeded> {
  const client = new ec2.EC2Client({ region });
  const base = await seedNetwork(client, region);
  const guarded = await seedFilters(client, base);
  const machines = await seedMachines(client, { ...base, group: guarded.group });
  const balancers = await seedBalancers(region, { ...base, ...machines, group: guarded.group });
  client.destroy();
  return { region, ...base, ...guarded, ...machines, ...balancers };
}

async function seedNetwork(client: ec2.EC2Client, region: string) {
  const made = await client.send(
    new ec2.CreateVpcCommand({ CidrBlock: "10.0.0.0/16", AmazonProvidedIpv6CidrBlock: true }),
  );
  const vpc = id(made.Vpc?.VpcId);
  const peer = id((await client.send(new ec2.CreateVpcCommand({ CidrBlock: "10.1.0.0/16" }))).Vpc?.VpcId);
  await client.send(new ec2.CreateTagsCommand({ Resources: [vpc], Tags: [{ Key: "Name", Value: "shop" }] }));
  const subnets: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const input = { VpcId: vpc, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `${region}${zone}` };
    subnets.push(id((await client.send(new ec2.CreateSubnetCommand(input))).Subnet?.SubnetId));
  }
  const internet = id(
    (await client.send(new ec2.CreateInternetGatewayCommand({}))).InternetGateway?.InternetGatewayId,
  );
  await client.send(new ec2.AttachInternetGatewayCommand({ InternetGatewayId: internet, VpcId: vpc }));
  const egress = await client.send(new ec2.CreateEgressOnlyInternetGatewayCommand({ VpcId: vpc }));
  const egressOnly = id(egress.EgressOnlyInternetGateway?.EgressOnlyInternetGatewayId);
  const asked = await client.send(new ec2.CreateVpcPeeringConnectionCommand({ VpcId: vpc, PeerVpcId: peer }));
  const peering = id(asked.VpcPeeringConnection?.VpcPeeringConnectionId);
  await client.send(new ec2.AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId: peering }));
  const table = id(
    (await client.send(new ec2.CreateRouteTableCommand({ VpcId: vpc }))).RouteTable?.RouteTableId,
  );
  const routes = [
    { DestinationCidrBlock: "0.0.0.0/0", GatewayId: internet },
    { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: egressOnly },
    { DestinationCidrBlock: "10.1.0.0/16", VpcPeeringConnectionId: peering },
  ];
  for (const route of routes)
    await client.send(new ec2.CreateRouteCommand({ RouteTableId: table, ...route }));
  await client.send(new ec2.AssociateRouteTableCommand({ RouteTableId: table, SubnetId: id(subnets[0]) }));
  return { vpc, peer, subnets, internet, egressOnly, peering, table };
}

async function seedFilters(
  client: ec2.EC2Client,
  { vpc, subnets }: { vpc: string; subnets: readonly string[] },
) {
  const entries = [{ Cidr: "198.51.100.0/24", Description: "partner" }, { Cidr: "203.0.113.0/24" }];
  const made = await client.send(
    new ec2.CreateManagedPrefixListCommand({
      PrefixListName: "partners",
      AddressFamily: "IPv4",
      MaxEntries: 5,
      Entries: entries,
    }),
  );
  const list = id(made.PrefixList?.PrefixListId);
  const groupOf = async (GroupName: string) =>
    id(
      (
        await client.send(
          new ec2.CreateSecurityGroupCommand({ GroupName, Description: GroupName, VpcId: vpc }),
        )
      ).GroupId,
    );
  const inner = await groupOf("inner");
  const group = await groupOf("web");
  const IpPermissions = [
    {
      IpProtocol: "tcp",
      FromPort: 443,
      ToPort: 443,
      IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "the world" }],
      Ipv6Ranges: [{ CidrIpv6: "::/0" }],
    },
    { IpProtocol: "tcp", FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: list }] },
    { IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: inner }] },
    { IpProtocol: "icmp", FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
  ];
  await client.send(new ec2.AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions }));
  const acl = id(
    (await client.send(new ec2.CreateNetworkAclCommand({ VpcId: vpc }))).NetworkAcl?.NetworkAclId,
  );
  const entry = { NetworkAclId: acl, Egress: false, Protocol: "6", PortRange: { From: 22, To: 22 } };
  await client.send(
    new ec2.CreateNetworkAclEntryCommand({
      ...entry,
      RuleNumber: 100,
      RuleAction: "deny",
      CidrBlock: "0.0.0.0/0",
    }),
  );
  await client.send(
    new ec2.CreateNetworkAclEntryCommand({
      ...entry,
      RuleNumber: 110,
      RuleAction: "allow",
      CidrBlock: "10.0.0.0/8",
    }),
  );
  const acls = await client.send(
    new ec2.DescribeNetworkAclsCommand({
      Filters: [{ Name: "association.subnet-id", Values: [id(subnets[1])] }],
    }),
  );
  const held = acls.NetworkAcls?.[0]?.Associations?.find(({ SubnetId }) => SubnetId === subnets[1]);
  await client.send(
    new ec2.ReplaceNetworkAclAssociationCommand({
      AssociationId: id(held?.NetworkAclAssociationId),
      NetworkAclId: acl,
    }),
  );
  return { group, inner, list, acl };
}

async function seedMachines(
  client: ec2.EC2Client,
  { vpc, subnets, group, table }: { vpc: string; subnets: readonly string[]; group: string; table: string },
) {
  const card = id(
    (
      await client.send(
        new ec2.CreateNetworkInterfaceCommand({
          SubnetId: id(subnets[0]),
          Groups: [group],
          PrivateIpAddress: "10.0.0.20",
        }),
      )
    ).NetworkInterface?.NetworkInterfaceId,
  );
  const UserData = Buffer.from("CANARY-user-data").toString("base64");
  const ran = await client.send(
    new ec2.RunInstancesCommand({
      ImageId: "ami-12345678",
      MinCount: 1,
      MaxCount: 1,
      SubnetId: id(subnets[1]),
      SecurityGroupIds: [group],
      UserData,
      TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "web-1" }] }],
    }),
  );
  const instance = id(ran.Instances?.[0]?.InstanceId);
  const address = id((await client.send(new ec2.AllocateAddressCommand({ Domain: "vpc" }))).AllocationId);
  const nat = id(
    (await client.send(new ec2.CreateNatGatewayCommand({ SubnetId: id(subnets[0]), AllocationId: address })))
      .NatGateway?.NatGatewayId,
  );
  const region = await client.config.region();
  const endpoint = id(
    (
      await client.send(
        new ec2.CreateVpcEndpointCommand({
          VpcId: vpc,
          ServiceName: `com.amazonaws.${region}.s3`,
          RouteTableIds: [table],
        }),
      )
    ).VpcEndpoint?.VpcEndpointId,
  );
  return { card, instance, address, nat, endpoint };
}

async function seedBalancers(
  region: string,
  {
    vpc,
    subnets,
    group,
    instance,
  }: { vpc: string; subnets: readonly string[]; group: string; instance: string },
) {
  const client = new elbv2.ElasticLoadBalancingV2Client({ region });
  const made = await client.send(
    new elbv2.CreateLoadBalancerCommand({ Name: "shop", Subnets: [...subnets], SecurityGroups: [group] }),
  );
  const balancer = id(made.LoadBalancers?.[0]?.LoadBalancerArn);
  const grouped = await client.send(
    new elbv2.CreateTargetGroupCommand({ Name: "web", Protocol: "HTTP", Port: 80, VpcId: vpc }),
  );
  const targets = id(grouped.TargetGroups?.[0]?.TargetGroupArn);
  await client.send(
    new elbv2.RegisterTargetsCommand({ TargetGroupArn: targets, Targets: [{ Id: instance, Port: 80 }] }),
  );
  await client.send(
    new elbv2.CreateListenerCommand({
      LoadBalancerArn: balancer,
      Port: 80,
      Protocol: "HTTP",
      DefaultActions: [{ Type: "forward", TargetGroupArn: targets }],
    }),
  );
  client.destroy();
  const classic = new elb.ElasticLoadBalancingClient({ region });
  const Listeners = [{ Protocol: "HTTP", LoadBalancerPort: 80, InstancePort: 80 }];
  await classic.send(
    new elb.CreateLoadBalancerCommand({
      LoadBalancerName: "old",
      Listeners,
      Subnets: [...subnets],
      SecurityGroups: [group],
    }),
  );
  classic.destroy();
  return { balancer, targets };
}
