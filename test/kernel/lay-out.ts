import type { Card, Cloud, Subnet, Vpc } from "./cloud.js";
import { DraftLayout, type DraftSpace } from "./draft-space.js";
import type { Layout } from "./laboratory.js";
import { layOutEdge } from "./lay-out-edge.js";
import { layOutRoutes } from "./lay-out-routes.js";
import { layOutTransit } from "./lay-out-transit.js";
import { aclText, addressesOf, groupsText } from "./rule-text.js";

/** The name of the namespace that stands for the rest of the world. */
export const INTERNET = "net";
/** The table of what a subnet holds itself. */
const OWN = 100;

/** An estate while it is laid out: where things are, by id. */
export interface Ground {
  readonly cloud: Cloud;
  readonly layout: DraftLayout;
  readonly subnets: ReadonlyMap<string, DraftSpace>;
  /** What joins the subnets of a VPC. */
  readonly cores: ReadonlyMap<string, DraftSpace>;
  readonly internet: DraftSpace;
}

/** A layout, and in which namespace an address is at home. */
export interface Laid {
  readonly layout: Layout;
  readonly homes: ReadonlyMap<string, string>;
}

/**
 * Lays an estate of AWS out as Linux: a namespace for every interface (its groups are its own firewall), a
 * router for every subnet (route table and network ACL), one for every VPC, one for every gateway, and one
 * for the internet. Written from the provider's documentation alone.
 *
 * @param world public addresses outside the estate
 */
export function layOut(cloud: Cloud, world: readonly string[]): Laid {
  const layout = new DraftLayout();
  const internet = layout.space(INTERNET);
  internet.addresses.push(...world);
  internet.silence();
  const named = <T>(prefix: string, items: readonly T[], id: (item: T) => string) =>
    new Map(items.map((item, index) => [id(item), layout.space(`${prefix}${index}`)]));
  const ground: Ground = {
    cloud,
    layout,
    internet,
    cores: named("v", cloud.vpcs, ({ VpcId }) => VpcId),
    subnets: named("s", cloud.subnets, ({ SubnetId }) => SubnetId),
  };
  for (const subnet of cloud.subnets) layOutSubnet(ground, subnet);
  for (const core of ground.cores.values()) core.silence();
  const homes = new Map(world.map((address) => [address, INTERNET]));
  for (const [index, card] of cloud.cards.entries()) {
    const space = layOutCard(ground, card, index);
    for (const address of addressesOf(card)) homes.set(address, space.name);
  }
  for (const vpc of cloud.vpcs) layOutEdge(ground, vpc);
  layOutTransit(ground);
  layOutRoutes(ground);
  return { layout, homes };
}

export function blocksOf(of: Subnet | Vpc): string[] {
  const four =
    "CidrBlockAssociationSet" in of ? of.CidrBlockAssociationSet.map((one) => one.CidrBlock) : [of.CidrBlock];
  return [...four, ...of.Ipv6CidrBlockAssociationSet.map((one) => one.Ipv6CidrBlock)];
}

function layOutSubnet({ cloud, layout, subnets, cores }: Ground, subnet: Subnet): void {
  const space = subnets.get(subnet.SubnetId);
  const core = cores.get(subnet.VpcId);
  if (space === undefined || core === undefined) return;
  // Within the subnet everybody is near; no route table is asked.
  for (const block of blocksOf(subnet)) space.rule(`to ${block}`, { table: OWN, preference: 10 });
  space.silence(OWN);
  space.silence();
  layout.cable([space, "core"], [core, space.name]);
  for (const block of blocksOf(subnet)) core.route(block, { dev: space.name });
  const associated = cloud.acls.find(({ Associations }) =>
    Associations.some(({ SubnetId }) => SubnetId === subnet.SubnetId),
  );
  const main = cloud.acls.find((acl) => acl.IsDefault && acl.VpcId === subnet.VpcId);
  space.nft = aclText(associated ?? main);
}

function layOutCard(ground: Ground, card: Card, index: number): DraftSpace {
  const space = ground.layout.space(`e${index}`);
  space.nft = groupsText(ground.cloud, card);
  space.addresses.push(...addressesOf(card));
  plugIn(ground, space, { subnet: card.SubnetId, name: `in${index}`, addresses: addressesOf(card) });
  return space;
}

/** Gives a namespace an interface in a subnet. */
export function plugIn(
  { layout, subnets }: Ground,
  space: DraftSpace,
  at: { subnet: string; name: string; addresses: readonly string[] },
): void {
  const subnet = subnets.get(at.subnet);
  if (subnet === undefined) return;
  space.holder = "eth0";
  layout.cable([space, "eth0"], [subnet, at.name]);
  for (const to of ["default", "::/0"]) space.route(to, { dev: "eth0" });
  for (const address of at.addresses) subnet.route(address, { dev: at.name, table: OWN });
}
