import type { JsonObject } from "../../model/index.js";
import { HIDDEN } from "./attributes.js";
import { adopted, companionOf, idOf } from "./identities.js";
import type { Planned, World } from "./planned.js";
import { normalized, puts, type Step } from "./steps.js";

const ANY4 = "0.0.0.0/0";
const ANY6 = "::/0";

/**
 * What AWS makes with a VPC: a default group whose members may talk to each other and anywhere, a default ACL
 * that admits everything, a main route table with local routes. Those that the plan adopts come from there.
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
 */
export function companions(planned: Planned, world: World): Step[] {
  const vpc = idOf(planned, world);
  const taken = new Set(
    [...world.resources.values()].filter(({ deed }) => deed !== "delete").map((one) => adopted(one, world)),
  );
  const six = planned.after?.text("ipv6_cidr_block");
  const hasSix =
    typeof six === "string" ||
    (six === HIDDEN && planned.after?.flag("assign_generated_ipv6_cidr_block") === true);
  const anywhere = hasSix ? [ANY4, ANY6] : [ANY4];
  const owner: JsonObject = {
    VpcId: vpc,
    ...(planned.where.account === undefined ? {} : { OwnerId: planned.where.account }),
  };
  const [group, acl, table] = [
    "default_security_group_id",
    "default_network_acl_id",
    "default_route_table_id",
  ].map((name) => companionOf(vpc, name));
  const put = (id: string, call: string, output: JsonObject): Step[] =>
    taken.has(id) ? [] : puts("put-filter", planned, normalized(planned, call, output));
  return [
    ...put(group ?? "", "ec2:DescribeSecurityGroups", {
      SecurityGroups: [{ ...defaultGroup(group ?? "", anywhere), ...owner }],
    }),
    ...put(acl ?? "", "ec2:DescribeNetworkAcls", {
      NetworkAcls: [{ ...defaultAcl(acl ?? "", anywhere), ...owner }],
    }),
    ...put(table ?? "", "ec2:DescribeRouteTables", {
      RouteTables: [{ ...mainTable(table ?? "", planned), ...owner }],
    }),
  ];
}

function defaultGroup(GroupId: string, anywhere: readonly string[]): JsonObject {
  const all = { IpProtocol: "-1" };
  return {
    GroupId,
    GroupName: "default",
    Description: "default VPC security group",
    IpPermissions: [{ ...all, UserIdGroupPairs: [{ GroupId }] }],
    IpPermissionsEgress: anywhere.map((block) =>
      block === ANY6
        ? { ...all, Ipv6Ranges: [{ CidrIpv6: block }] }
        : { ...all, IpRanges: [{ CidrIp: block }] },
    ),
  };
}

function defaultAcl(NetworkAclId: string, anywhere: readonly string[]): JsonObject {
  const entries = anywhere.flatMap((block) =>
    [false, true].map((Egress) => ({
      ...{ Egress, Protocol: "-1", RuleAction: "allow" },
      ...(block === ANY6 ? { RuleNumber: 101, Ipv6CidrBlock: block } : { RuleNumber: 100, CidrBlock: block }),
    })),
  );
  return { NetworkAclId, IsDefault: true, Entries: entries };
}

function mainTable(RouteTableId: string, { after }: Planned): JsonObject {
  const local = { GatewayId: "local", State: "active", Origin: "CreateRouteTable" };
  const [four, six] = ["cidr_block", "ipv6_cidr_block"].map((name) => after?.known(name) ?? null);
  return {
    RouteTableId,
    Associations: [{ Main: true, AssociationState: { State: "associated" } }],
    Routes: [
      ...(four == null ? [] : [{ ...local, DestinationCidrBlock: four }]),
      ...(six == null ? [] : [{ ...local, DestinationIpv6CidrBlock: six }]),
    ],
  };
}
