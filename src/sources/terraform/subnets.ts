import type { EstateNode, JsonObject } from "../../model/index.js";
import { HIDDEN } from "./attributes.js";
import { idOf, linked, sets, VPC } from "./identities.js";
import { oldId, type Planned, removes, unknownGap, type World } from "./planned.js";
import { blindStep, normalized, puts, removal, type Step } from "./steps.js";

const FLAGS: readonly (readonly [member: string, attribute: string])[] = [
  ["MapPublicIpOnLaunch", "map_public_ip_on_launch"],
  ["AssignIpv6AddressOnCreation", "assign_ipv6_address_on_creation"],
];
const MATTERING = ["cidr_block", "ipv6_cidr_block", ...FLAGS.map(([, attribute]) => attribute)];

/** aws_subnet. */
export function subnet(planned: Planned, world: World): Step[] {
  const target = oldId(planned);
  const gone =
    removes(planned) && target !== null
      ? [removal("remove-subnet", planned, { target, kind: "subnet" })]
      : [];
  if (planned.deed === "delete" || planned.after === null) return gone;
  const id = idOf(planned, world);
  const vpc = linked(planned, VPC, world);
  const open = MATTERING.filter(
    (name) => planned.after?.raw(name) === HIDDEN && sets(planned, name, world) !== false,
  );
  const missing = [...(typeof vpc === "string" ? [] : ["vpc_id"]), ...open];
  const message = `${planned.change.address}: ${missing.join(", ")} known only after apply, or secret`;
  const gaps = missing.length === 0 ? [] : [blindStep(unknownGap(planned, message, { nodes: [id] }))];
  const batch = normalized(planned, "ec2:DescribeSubnets", { Subnets: [shapeOf(planned, id, vpc)] });
  const nodes = batch.nodes.map((node) => withRunning(node as EstateNode<"subnet">, id, world));
  return [...gone, ...puts("put-subnet", planned, { ...batch, nodes }), ...gaps];
}

function shapeOf({ after, where }: Planned, SubnetId: string, vpc: unknown): JsonObject {
  const text = (member: string, name: string): JsonObject => {
    const value = after?.known(name) ?? null;
    return value === null ? {} : { [member]: value };
  };
  const six = after?.known("ipv6_cidr_block") ?? null;
  return {
    SubnetId,
    ...(where.account === undefined ? {} : { OwnerId: where.account }),
    ...(typeof vpc === "string" ? { VpcId: vpc } : {}),
    State: "available",
    DefaultForAz: false,
    ...text("CidrBlock", "cidr_block"),
    ...text("AvailabilityZone", "availability_zone"),
    ...text("OutpostArn", "outpost_arn"),
    Ipv6CidrBlockAssociationSet:
      six === null ? [] : [{ Ipv6CidrBlock: six, Ipv6CidrBlockState: { State: "associated" } }],
    ...Object.fromEntries(FLAGS.map(([member, name]) => [member, after?.flag(name) === true])),
    Tags: after?.tags() ?? [],
  };
}

/** What a plan never tells of a subnet that is running stays as it was. */
function withRunning(node: EstateNode<"subnet">, id: string, { existing }: World): EstateNode {
  const found = (existing?.(id) ?? []).filter(({ kind }) => kind === "subnet");
  const [running] = found as EstateNode<"subnet">[];
  if (running === undefined || found.length > 1) return node;
  const { freeAddresses = null, isDefault = false, zone = null } = running.is;
  return { ...node, is: { ...node.is, freeAddresses, isDefault, zone: node.is.zone ?? zone } };
}
