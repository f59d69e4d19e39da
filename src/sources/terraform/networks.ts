import type { Change, JsonObject } from "../../model/index.js";
import {
  afterOf,
  blind,
  type Context,
  idOf,
  isCreated,
  isDeleted,
  isReplaced,
  linked,
  normalized,
  ownerOf,
  putting,
} from "./context.js";
import type { ResourceChange } from "./plan-file.js";
import type { Values } from "./values.js";

const associated = { State: "associated" };

/** aws_vpc. A new VPC brings a default group, a default ACL and a main route table (VPC user guide, "Default VPC components"). */
export function vpc(change: ResourceChange, context: Context): Change[] {
  const removed: Change[] = isDeleted(change)
    ? [
        {
          op: "remove",
          target: String(change.before["id"] ?? ""),
          kind: "network",
          at: context.placeOf(change),
        },
      ]
    : [];
  if (isDeleted(change) && !isReplaced(change)) return removed;
  const values = afterOf(change);
  const id = idOf(change);
  const out = [...removed, ...unknownBlocks(change, context, ["cidr_block", "ipv6_cidr_block"])];
  const own = put(change, context, {
    call: "ec2:DescribeVpcs",
    output: { Vpcs: [vpcShape(id, values, context)] },
  });
  return [...out, ...own, ...(isCreated(change) ? companions(change, context) : [])];
}

function vpcShape(id: string, values: Values, context: Context): JsonObject {
  const block = values.text("cidr_block");
  const block6 = values.text("ipv6_cidr_block");
  return {
    VpcId: id,
    OwnerId: ownerOf(context, values),
    State: "available",
    IsDefault: false,
    ...(block === undefined ? {} : { CidrBlock: block }),
    CidrBlockAssociationSet: block === undefined ? [] : [{ CidrBlock: block, CidrBlockState: associated }],
    Ipv6CidrBlockAssociationSet:
      block6 === undefined ? [] : [{ Ipv6CidrBlock: block6, Ipv6CidrBlockState: associated }],
    Tags: values.tags(),
  };
}

/** Placeholders of what comes with a VPC; aws_default_* resources take them over. */
export const companionId = (vpcId: string, what: "security-group" | "network-acl" | "route-table") =>
  `${vpcId}/default-${what}`;

function companions(change: ResourceChange, context: Context): Change[] {
  const id = idOf(change);
  const owned = { OwnerId: ownerOf(context, afterOf(change)), VpcId: id, Tags: [] };
  return [
    {
      call: "ec2:DescribeSecurityGroups",
      output: { SecurityGroups: [{ ...defaultGroup(id, owned.OwnerId), ...owned }] },
    },
    { call: "ec2:DescribeNetworkAcls", output: { NetworkAcls: [{ ...defaultAcl(id), ...owned }] } },
    { call: "ec2:DescribeRouteTables", output: { RouteTables: [{ ...mainTable(id), ...owned }] } },
  ].flatMap((shape) => put(change, context, shape));
}

/** Members may talk to each other, and everything may leave. */
function defaultGroup(vpcId: string, account: string): JsonObject {
  const group = companionId(vpcId, "security-group");
  const nobody = { IpProtocol: "-1", IpRanges: [], Ipv6Ranges: [], PrefixListIds: [], UserIdGroupPairs: [] };
  return {
    GroupId: group,
    GroupName: "default",
    Description: "default VPC security group",
    IpPermissions: [{ ...nobody, UserIdGroupPairs: [{ GroupId: group, UserId: account }] }],
    IpPermissionsEgress: [{ ...nobody, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
  };
}

/** Admits everything both ways. */
function defaultAcl(vpcId: string): JsonObject {
  const entry = (Egress: boolean) => ({
    Egress,
    Protocol: "-1",
    RuleAction: "allow",
    RuleNumber: 100,
    CidrBlock: "0.0.0.0/0",
  });
  const Entries = [entry(false), entry(true)];
  return { NetworkAclId: companionId(vpcId, "network-acl"), IsDefault: true, Entries, Associations: [] };
}

function mainTable(vpcId: string): JsonObject {
  const Associations = [{ Main: true, AssociationState: associated }];
  return { RouteTableId: companionId(vpcId, "route-table"), Associations, Routes: [], PropagatingVgws: [] };
}

/** aws_subnet */
export function subnet(change: ResourceChange, context: Context): Change[] {
  const removed: Change[] = isDeleted(change)
    ? [
        {
          op: "remove",
          target: String(change.before["id"] ?? ""),
          kind: "subnet",
          at: context.placeOf(change),
        },
      ]
    : [];
  if (isDeleted(change) && !isReplaced(change)) return removed;
  const values = afterOf(change);
  const id = idOf(change);
  const network = linked(context, change, { attribute: "vpc_id", types: ["aws_vpc", "aws_default_vpc"] });
  const lost =
    network === undefined
      ? [
          blind(context, change, {
            message: `${change.address}: the plan does not say in which VPC it lies`,
            nodes: [id],
          }),
        ]
      : [];
  const block = values.text("cidr_block");
  const block6 = values.text("ipv6_cidr_block");
  const zone = values.text("availability_zone");
  const shape: JsonObject = {
    SubnetId: id,
    OwnerId: ownerOf(context, values),
    State: "available",
    ...(network === undefined ? {} : { VpcId: network }),
    ...(block === undefined ? {} : { CidrBlock: block }),
    ...(zone === undefined ? {} : { AvailabilityZone: zone }),
    Ipv6CidrBlockAssociationSet:
      block6 === undefined ? [] : [{ Ipv6CidrBlock: block6, Ipv6CidrBlockState: associated }],
    MapPublicIpOnLaunch: values.flag("map_public_ip_on_launch"),
    AssignIpv6AddressOnCreation: values.flag("assign_ipv6_address_on_creation"),
    DefaultForAz: false,
    Tags: values.tags(),
  };
  const own = put(change, context, { call: "ec2:DescribeSubnets", output: { Subnets: [shape] } });
  return [...removed, ...lost, ...unknownBlocks(change, context, ["cidr_block", "ipv6_cidr_block"]), ...own];
}

function put(
  change: ResourceChange,
  context: Context,
  shape: { call: string; output: JsonObject },
): Change[] {
  return putting(context, change, normalized(context, change, shape));
}

/** Address blocks that are set and not known yet; IPv6 blocks are given by AWS, so not setting one is known. */
function unknownBlocks(change: ResourceChange, context: Context, names: readonly string[]): Change[] {
  const values = afterOf(change);
  return names
    .filter((name) => values.isUnknown(name) && context.references.sets(change, name) !== false)
    .map((name) =>
      blind(context, change, {
        message: `${change.address}: ${name} is known only after apply`,
        nodes: [idOf(change)],
      }),
    );
}
