import type { Cloud, TransitAttachment } from "./cloud.js";
import type { DraftSpace } from "./draft-space.js";
import { blocksOf, type Ground, plugIn } from "./lay-out.js";

/** An attachment's interface in one of its subnets. */
interface Door {
  readonly attachment: TransitAttachment;
  readonly subnet: string;
  readonly zone: string;
  /** Its name in the gateway's namespace, and in the subnet's. */
  readonly name: string;
}

export function doorsOf(cloud: Cloud): Door[] {
  return cloud.attachments
    .filter(({ State }) => State === "available")
    .flatMap((attachment) => attachment.SubnetIds.map((subnet) => ({ attachment, subnet })))
    .map(({ attachment, subnet }, index) => ({
      attachment,
      subnet,
      zone: cloud.subnets.find(({ SubnetId }) => SubnetId === subnet)?.AvailabilityZone ?? "",
      name: `int${index}`,
    }));
}

/**
 * NAT gateways, peerings and transit gateways: what a route of a subnet can lead to beside the internet.
 * Every one is a namespace; the routes to them are drawn with the tables.
 */
export function layOutTransit(ground: Ground): void {
  layOutNats(ground);
  layOutPeerings(ground);
  const gateways = new Set(ground.cloud.attachments.map(({ TransitGatewayId }) => TransitGatewayId));
  for (const [index, gateway] of [...gateways].entries()) layOutTransitGateway(ground, gateway, index);
}

/**
 * It has an address in its subnet, behind which others hide; nothing begins from outside
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html). Its ports are any from 1024 up
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html): a type of service says from
 * which part, so that each part can be tried.
 */
function layOutNats(ground: Ground): void {
  for (const [index, nat] of ground.cloud.nats.entries()) {
    const ip = nat.NatGatewayAddresses[0]?.PrivateIp;
    if (nat.State !== "available" || ip === undefined) continue;
    const space = ground.layout.space(`n${index}`);
    plugIn(ground, space, { subnet: nat.SubnetId, name: `inn${index}`, addresses: [ip] });
    const ranges = ["2000-3999", "33000-34999", "50000-51999"];
    space.nft = `table ip nat {
 chain zones {
  type filter hook prerouting priority -300
  ip dscp 1 ct original zone set 1
  ip dscp 2 ct original zone set 2
 }
 chain forward {
  type filter hook forward priority 0
  ct state invalid drop
  ip daddr ${ip} drop
 }
 chain translate {
  type nat hook postrouting priority 100
  ${ranges.map((range, dscp) => `ip dscp ${dscp} meta l4proto { tcp, udp } snat ip to ${ip}:${range}`).join("\n  ")}
  snat ip to ${ip}
 }
}
table ip6 nat {
 chain forward {
  type filter hook forward priority 0; policy drop
 }
}
`;
  }
}

/**
 * Carries packets from addresses of one VPC to addresses of the other, and none that begin or end beyond
 * (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html).
 */
function layOutPeerings({ cloud, layout, cores }: Ground): void {
  for (const [index, peering] of cloud.peerings.entries()) {
    if (peering.Status.Code !== "active") continue;
    const space = layout.space(`p${index}`);
    space.silence();
    const sides = [peering.RequesterVpcInfo.VpcId, peering.AccepterVpcInfo.VpcId].map((id) => ({
      core: cores.get(id),
      blocks: cloud.vpcs.filter(({ VpcId }) => VpcId === id).flatMap(blocksOf),
    }));
    const [a, b] = sides;
    if (a?.core === undefined || b?.core === undefined) continue;
    for (const [side, name] of [[a, "A"] as const, [b, "B"] as const]) {
      layout.cable([space, name], [side.core as DraftSpace, space.name]);
      for (const block of side.blocks) space.route(block, { dev: name });
    }
    const between = (way: string, from: readonly string[], to: readonly string[]) =>
      from.flatMap((one) =>
        to
          .filter((other) => one.includes(":") === other.includes(":"))
          .map((other) => {
            const family = one.includes(":") ? "ip6" : "ip";
            return `iifname "${way}*" ${family} saddr ${one} ${family} daddr ${other} accept`;
          }),
      );
    space.nft = `table inet peering {
 chain forward {
  type filter hook forward priority 0; policy drop
  ${[...between("a", a.blocks, b.blocks), ...between("b", b.blocks, a.blocks)].join("\n  ")}
 }
}
`;
  }
}

/**
 * What comes in by an attachment goes by the table that it is associated with, and on into the same zone
 * where the other attachment is there
 * (https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
 */
function layOutTransitGateway(ground: Ground, gateway: string, index: number): void {
  const { cloud, layout, subnets } = ground;
  const space = layout.space(`t${index}`);
  space.silence();
  const doors = doorsOf(cloud).filter(({ attachment }) => attachment.TransitGatewayId === gateway);
  for (const [number, door] of doors.entries()) {
    const subnet = subnets.get(door.subnet);
    if (subnet === undefined) continue;
    layout.cable([space, door.name], [subnet, door.name]);
    const id = door.attachment.TransitGatewayAttachmentId;
    const table = cloud.transitTables.find(({ associated }) => associated.has(id));
    const place = { table: 300 + number, preference: 10 };
    space.rule(`iif ${door.name}`, place);
    space.silence(place.table);
    const static_first = [...(table?.routes ?? [])].sort((x, y) => rank(x.Type) - rank(y.Type));
    const seen = new Set<string>();
    for (const route of static_first) {
      const to = route.DestinationCidrBlock;
      if (seen.has(to)) continue;
      seen.add(to);
      const target = route.TransitGatewayAttachments?.[0]?.TransitGatewayAttachmentId;
      const theirs = doors.filter(({ attachment }) => attachment.TransitGatewayAttachmentId === target);
      const out = theirs.find(({ zone }) => zone === door.zone) ?? theirs[0];
      if (route.State === "active" && out !== undefined)
        space.route(to, { dev: out.name, table: place.table });
      else space.ip.push(`route add blackhole ${to} table ${place.table}`);
    }
  }
}

const rank = (type: string) => (type === "static" ? 0 : 1);
