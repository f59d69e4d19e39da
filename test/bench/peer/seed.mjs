// A network family in the emulator: in each Region a VPC, 80 security groups and 24 instances.
import * as ec2 from "@aws-sdk/client-ec2";

export const PER_REGION = { groups: 80, instances: 24 };

export async function seed(region) {
  const client = new ec2.EC2Client({ region });
  const { Vpc } = await client.send(new ec2.CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
  const { VpcId } = Vpc;
  const subnets = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const input = { VpcId, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `${region}${zone}` };
    subnets.push((await client.send(new ec2.CreateSubnetCommand(input))).Subnet.SubnetId);
  }
  const groups = [];
  for (let number = 0; number < PER_REGION.groups; number++) groups.push(await group(client, VpcId, number));
  for (let number = 0; number < PER_REGION.instances; number++)
    await client.send(
      new ec2.RunInstancesCommand({
        ImageId: "ami-12345678",
        ...{ MinCount: 1, MaxCount: 1, InstanceType: "t3.micro" },
        SubnetId: subnets[number % subnets.length],
        SecurityGroupIds: [groups[number * 3], groups[number * 3 + 1]],
      }),
    );
  client.destroy();
}

/** Every third group is open to the internet on a port, the others within the network. */
async function group(client, VpcId, number) {
  const { GroupId } = await client.send(
    new ec2.CreateSecurityGroupCommand({ VpcId, GroupName: `group-${number}`, Description: "bench" }),
  );
  const [FromPort, CidrIp] =
    number % 3 === 0 ? [[22, 443, 3306, 8080][number % 4], "0.0.0.0/0"] : [443, "10.0.0.0/8"];
  const rule = { IpProtocol: "tcp", FromPort, ToPort: FromPort, IpRanges: [{ CidrIp }] };
  await client.send(new ec2.AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
  return GroupId;
}
