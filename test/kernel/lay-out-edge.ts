import type { Cloud, Vpc } from "./cloud.js";
import { blocksOf, type Ground } from "./lay-out.js";

/** Whether an internet gateway is attached to a VPC. */
export function hasInternetGateway({ internetGateways }: Cloud, vpc: string): boolean {
  return internetGateways.some(({ Attachments }) => Attachments.some(({ VpcId }) => VpcId === vpc));
}

function hasEgressOnly({ egressOnly }: Cloud, vpc: string): boolean {
  return egressOnly.some(({ Attachments }) => Attachments.some(({ VpcId }) => VpcId === vpc));
}

/**
 * Where a VPC meets the internet. The internet gateway turns private addresses into public ones, one to one
 * and without memory; whoever has no public address is not carried
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html). The egress-only gateway is
 * for IPv6, and remembers who asked: it carries answers to what was sent through it
 * (https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html). Both are one
 * namespace, for what is outside does not know by which of them an answer has to come. What of a connection
 * that began elsewhere, over a peering say, leaves by an egress-only gateway is not documented; here it is
 * lost. For UDP, which has no beginning, the low port tells the server's side.
 */
export function layOutEdge(ground: Ground, vpc: Vpc): void {
  const { cloud, layout, internet, subnets, cores } = ground;
  const [both, outward] = [hasInternetGateway(cloud, vpc.VpcId), hasEgressOnly(cloud, vpc.VpcId)];
  if (!both && !outward) return;
  const edge = layout.space(`g${[...cores.keys()].indexOf(vpc.VpcId)}`);
  layout.cable([edge, "net"], [internet, edge.name]);
  for (const to of ["default", "::/0"]) edge.route(to, { dev: "net" });
  for (const subnet of cloud.subnets.filter(({ VpcId }) => VpcId === vpc.VpcId)) {
    const space = subnets.get(subnet.SubnetId);
    if (space === undefined) continue;
    if (both) layout.cable([space, "igw"], [edge, `igw${space.name}`]);
    if (outward) layout.cable([space, "eigw"], [edge, `eigw${space.name}`]);
    for (const block of blocksOf(subnet)) edge.route(block, { dev: `${both ? "igw" : "eigw"}${space.name}` });
  }
  const six = vpc.Ipv6CidrBlockAssociationSet.map((one) => one.Ipv6CidrBlock);
  const pairs = both ? translations(cloud, vpc.VpcId) : [];
  for (const [, outside] of pairs) internet.route(`${outside}/32`, { dev: edge.name });
  for (const block of six) internet.route(block, { dev: edge.name });
  edge.nft = `${translationText(pairs)}${sixText(six, both)}`;
}

/** Private and public addresses that belong together: of interfaces and of NAT gateways. */
function translations({ cards, nats }: Cloud, vpc: string): (readonly [string, string])[] {
  const ofCards = cards
    .filter(({ VpcId }) => VpcId === vpc)
    .flatMap(({ PrivateIpAddresses }) => PrivateIpAddresses)
    .map((one) => [one.PrivateIpAddress, one.Association?.PublicIp] as const);
  const ofNats = nats
    .filter(({ VpcId, State }) => VpcId === vpc && State === "available")
    .flatMap(({ NatGatewayAddresses }) => NatGatewayAddresses)
    .map((one) => [one.PrivateIp, one.PublicIp] as const);
  return [...ofCards, ...ofNats].filter((pair): pair is [string, string] => pair[1] !== undefined);
}

function translationText(pairs: readonly (readonly [string, string])[]): string {
  const map = (turned: boolean) =>
    `{ ${pairs.map(([inside, outside]) => (turned ? `${outside} : ${inside}` : `${inside} : ${outside}`)).join(", ")} }`;
  const known = (at: 0 | 1) => (pairs.length === 0 ? "" : `{ ${pairs.map((pair) => pair[at]).join(", ")} }`);
  const only = (which: string, at: 0 | 1) => (pairs.length === 0 ? "drop" : `${which} != ${known(at)} drop`);
  return `table ip edge {
 chain translate {
  type filter hook prerouting priority -450
  notrack
  iifname "eigw*" drop
  iifname "igw*" ${only("ip saddr", 0)}
  iifname "net" ${only("ip daddr", 1)}
  ${pairs.length === 0 ? "" : `iifname "igw*" ip saddr set ip saddr map ${map(false)}`}
  ${pairs.length === 0 ? "" : `iifname "net" ip daddr set ip daddr map ${map(true)}`}
 }
}
`;
}

function sixText(blocks: readonly string[], both: boolean): string {
  const own = blocks.length === 0 ? "drop" : `ip6 saddr != { ${blocks.join(", ")} } drop`;
  return `table ip6 edge {
 chain forward {
  type filter hook forward priority 0
  iifname "igw*" ${own}
  iifname "eigw*" ${own}
  iifname "eigw*" ct direction reply drop
  iifname "eigw*" ct state invalid drop
  iifname "eigw*" udp sport 0-1023 drop
  ${both ? "" : 'iifname "net" ct direction original drop\n  iifname "net" ct state invalid drop'}
 }
}
`;
}
