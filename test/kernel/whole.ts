import type { Cloud, Permission, Route } from "./cloud.js";
import { addressesOf } from "./rule-text.js";
import { WORLD } from "./universe.js";

/**
 * Whether everything that the answers name was told as well. An estate with holes is another test: the
 * engine has to say that it does not know, and the kernel has nothing to say.
 */
export function isWhole(cloud: Cloud): boolean {
  const known = new Set([
    ...cloud.vpcs.map(({ VpcId }) => VpcId),
    ...cloud.subnets.map(({ SubnetId }) => SubnetId),
    ...cloud.groups.map(({ GroupId }) => GroupId),
    ...cloud.prefixLists.keys(),
    ...cloud.nats.map(({ NatGatewayId }) => NatGatewayId),
    ...cloud.peerings.map((one) => one.VpcPeeringConnectionId),
    ...cloud.internetGateways.map((one) => one.InternetGatewayId),
    ...cloud.egressOnly.map((one) => one.EgressOnlyInternetGatewayId),
    ...cloud.transitGateways.map((one) => one.TransitGatewayId),
    ...cloud.attachments.map((one) => one.TransitGatewayAttachmentId),
    ...cloud.transitTables.map(({ id }) => id),
    "local",
  ]);
  return named(cloud).every((name) => known.has(name)) && cloud.cards.every(({ Groups }) => Groups.length > 0)
    ? cloud.subnets.every((subnet) => isSteered(cloud, subnet))
    : false;
}

/** Whether an interface or a NAT gateway of the estate, or the world, has an address. */
export function knows({ cards, nats }: Cloud, address: string): boolean {
  const pairs = [
    ...cards.flatMap(({ PrivateIpAddresses }) => PrivateIpAddresses),
    ...nats.flatMap(({ NatGatewayAddresses }) => NatGatewayAddresses),
  ];
  return (
    WORLD.hosts.some((host) => host === address) ||
    cards.some((card) => addressesOf(card).includes(address)) ||
    JSON.stringify(pairs).includes(`"${address}"`)
  );
}

function named(cloud: Cloud): string[] {
  const { cards, subnets, groups, nats, tables, acls, peerings, attachments, transitTables } = cloud;
  return [
    ...[...cards, ...nats].flatMap(({ VpcId, SubnetId }) => [VpcId, SubnetId]),
    ...[...subnets, ...groups, ...tables, ...acls].map(({ VpcId }) => VpcId),
    ...cards.flatMap(({ Groups }) => Groups.map(({ GroupId }) => GroupId)),
    ...groups.flatMap((group) => [...group.IpPermissions, ...group.IpPermissionsEgress]).flatMap(peersOf),
    ...[...tables, ...acls]
      .flatMap(({ Associations }): readonly { SubnetId?: string }[] => Associations)
      .flatMap(({ SubnetId }) => SubnetId ?? []),
    ...tables.flatMap(({ Routes }) => Routes).flatMap(targetsOf),
    ...peerings.flatMap((one) => [one.RequesterVpcInfo.VpcId, one.AccepterVpcInfo.VpcId]),
    ...attachments.flatMap((one) => [one.VpcId, one.TransitGatewayId, ...one.SubnetIds]),
    ...transitTables.flatMap(({ associated }) => [...associated]),
    ...transitTables
      .flatMap(({ routes }) => routes)
      .flatMap(({ TransitGatewayAttachments = [] }) => TransitGatewayAttachments)
      .map((one) => one.TransitGatewayAttachmentId),
    ...[...cloud.internetGateways, ...cloud.egressOnly].flatMap(({ Attachments }) =>
      Attachments.map(({ VpcId }) => VpcId),
    ),
  ];
}

function peersOf({ PrefixListIds = [], UserIdGroupPairs = [] }: Permission): string[] {
  return [
    ...PrefixListIds.map(({ PrefixListId }) => PrefixListId),
    ...UserIdGroupPairs.map(({ GroupId }) => GroupId),
  ];
}

function targetsOf(route: Route): string[] {
  const { NatGatewayId, TransitGatewayId, VpcPeeringConnectionId, EgressOnlyInternetGatewayId } = route;
  const ids = [NatGatewayId, TransitGatewayId, VpcPeeringConnectionId, EgressOnlyInternetGatewayId];
  return [...ids, route.GatewayId, route.DestinationPrefixListId].flatMap((id) => id ?? []);
}

/** A subnet has a route table and an ACL, its own or the VPC's, and lies in the VPC's blocks. */
function isSteered(cloud: Cloud, subnet: Cloud["subnets"][number]): boolean {
  const mine = ({ SubnetId }: { SubnetId?: string }) => SubnetId === subnet.SubnetId;
  const here = ({ VpcId }: { VpcId: string }) => VpcId === subnet.VpcId;
  const tables = cloud.tables.filter(here);
  const vpc = cloud.vpcs.find(here);
  return (
    tables.some(({ Associations }) => Associations.some((one) => mine(one) || one.Main)) &&
    cloud.acls.filter(here).some((acl) => acl.IsDefault || acl.Associations.some(mine)) &&
    (vpc?.CidrBlockAssociationSet.length ?? 0) > 0 &&
    cloud.attachments.every(({ SubnetIds }) => SubnetIds.length > 0)
  );
}
