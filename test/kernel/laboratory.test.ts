import { describe, expect, it } from "vitest";
import {
  acl,
  card,
  egressOnly,
  group,
  internetGateway,
  nat,
  peering,
  subnet,
  table,
  vpc,
} from "../derive/reach/estate.js";
import { noKernel } from "../sources/nftables/kernel.js";
import type { Packet } from "./asked.js";
import type { Told } from "./cloud.js";
import { kernelSays } from "./judge.js";

/** `tcp 443 10.0.1.10 → 8.8.8.8`, from a high port unless another one stands before the arrow's sender. */
function packetOf(text: string): Packet {
  const found = /^(tcp|udp|icmp)(?: (\d+))?(?: by (\d+))? (\S+) → (\S+)$/.exec(text);
  if (found === null) throw new Error(`no packet: ${text}`);
  const [, protocol, port = "0", by = "50000", from = "", to = ""] = found;
  return { protocol: protocol as Packet["protocol"], port: Number(port), sourcePort: Number(by), from, to };
}

/** What the kernel replies to; the rest it does not. */
async function replied(answers: readonly Told[], texts: readonly string[]): Promise<string[]> {
  const matters = texts.map((text) => ({
    question: { from: { internet: true }, to: { internet: true } } as const,
    packets: [packetOf(text)],
  }));
  const said = await kernelSays(answers, matters);
  return texts.filter((_, index) => said[index]);
}

const shop = (rules: { acl?: Partial<Parameters<typeof acl>[0]> } = {}): Told[] => [
  vpc("vpc-1", "10.0.0.0/16"),
  subnet({ id: "subnet-pub", vpc: "vpc-1", cidr: "10.0.1.0/24" }),
  subnet({ id: "subnet-priv", vpc: "vpc-1", cidr: "10.0.2.0/24" }),
  internetGateway("igw-1", "vpc-1"),
  nat("nat-1", { vpc: "vpc-1", subnet: "subnet-pub", ip: "10.0.1.200", public: "52.0.0.200" }),
  table({
    ...{ id: "rtb-pub", vpc: "vpc-1", subnets: ["subnet-pub"] },
    routes: ["10.0.0.0/16 local", "0.0.0.0/0 igw-1", "9.0.0.0/8 igw-1 blackhole"],
  }),
  table({
    ...{ id: "rtb-priv", vpc: "vpc-1", subnets: ["subnet-priv"] },
    routes: ["10.0.0.0/16 local", "0.0.0.0/0 nat-1"],
  }),
  acl({ id: "acl-pub", vpc: "vpc-1", subnets: ["subnet-pub"] }),
  acl({ id: "acl-priv", vpc: "vpc-1", subnets: ["subnet-priv"], ...rules.acl }),
  group("sg-web", "vpc-1", { in: ["tcp 443 0.0.0.0/0", "icmp 8.8.0.0/16"] }),
  group("sg-db", "vpc-1", { in: ["tcp 22 sg-web", "udp 53 10.0.2.0/24"] }),
  card({
    ...{ id: "eni-web", vpc: "vpc-1", subnet: "subnet-pub", ip: "10.0.1.10", groups: ["sg-web"] },
    public: "52.0.0.10",
  }),
  card({ id: "eni-db", vpc: "vpc-1", subnet: "subnet-priv", ip: "10.0.2.10", groups: ["sg-db"] }),
  card({ id: "eni-db2", vpc: "vpc-1", subnet: "subnet-priv", ip: "10.0.2.11", groups: ["sg-db"] }),
];

describe.skipIf(noKernel !== null)(`the laboratory (${noKernel ?? "namespaces found"})`, () => {
  it("has groups that admit by rule and remember", async () => {
    const yes = [
      "tcp 443 8.8.8.8 → 52.0.0.10",
      "icmp 8.8.8.8 → 52.0.0.10",
      "tcp 22 10.0.1.10 → 10.0.2.10",
      "udp 53 10.0.2.11 → 10.0.2.10",
    ];
    const no = [
      "tcp 22 8.8.8.8 → 52.0.0.10",
      "udp 443 8.8.8.8 → 52.0.0.10",
      "icmp 185.1.1.1 → 52.0.0.10",
      "tcp 22 10.0.2.11 → 10.0.2.10",
      "udp 53 10.0.1.10 → 10.0.2.10",
    ];
    expect(await replied(shop(), [...yes, ...no])).toEqual(yes);
  });

  it("lets a private subnet out by its NAT gateway, and nobody in", async () => {
    const yes = [
      "tcp 443 10.0.2.10 → 8.8.8.8",
      "udp 53 10.0.2.10 → 185.1.1.1",
      "icmp 10.0.2.10 → 8.8.8.8",
      "tcp 443 10.0.2.10 → 52.0.0.10",
    ];
    const no = [
      "tcp 22 8.8.8.8 → 52.0.0.200",
      "tcp 22 10.0.1.10 → 10.0.1.200",
      // The route of the public subnet is a black hole, for what the NAT gateway sends as well.
      "tcp 443 10.0.1.10 → 9.1.1.1",
      "tcp 443 10.0.2.10 → 9.1.1.1",
      // By the internet it is not a member of the group that may.
      "tcp 22 10.0.2.10 → 52.0.0.10",
    ];
    expect(await replied(shop(), [...yes, ...no])).toEqual(yes);
  });

  it("has ACLs that forget: answers by ephemeral ports that nobody thought of are lost", async () => {
    const narrow = shop({ acl: { out: ["100 allow tcp 49152-65535 0.0.0.0/0"] } });
    expect(
      await replied(narrow, [
        "tcp 22 by 50000 10.0.1.10 → 10.0.2.10",
        "tcp 22 by 33000 10.0.1.10 → 10.0.2.10",
        // Between machines of one subnet no ACL stands.
        "udp 53 10.0.2.11 → 10.0.2.10",
      ]),
    ).toEqual(["tcp 22 by 50000 10.0.1.10 → 10.0.2.10", "udp 53 10.0.2.11 → 10.0.2.10"]);
  });

  it("takes ACL entries in the order of their numbers", async () => {
    const ordered = (first: string, second: string) => shop({ acl: { in: [first, second] } });
    const packet = ["tcp 22 10.0.1.10 → 10.0.2.10"];
    const deny = (number: number) => `${number} deny tcp 22 10.0.1.0/24`;
    const allow = (number: number) => `${number} allow all 0.0.0.0/0`;
    expect(await replied(ordered(allow(200), deny(100)), packet)).toEqual([]);
    expect(await replied(ordered(deny(200), allow(100)), packet)).toEqual(packet);
  });

  it("has peerings that carry from one VPC to the other and no further", async () => {
    const names = ["a", "b", "c"] as const;
    const chain = [
      ...names.flatMap((name, index) => [
        vpc(`vpc-${name}`, `10.${index}.0.0/16`),
        subnet({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `10.${index}.0.0/24` }),
        acl({ id: `acl-${name}`, vpc: `vpc-${name}`, subnets: [`subnet-${name}`] }),
        group(`sg-${name}`, `vpc-${name}`, { in: ["all 10.0.0.0/8"] }),
        card({
          ...{ id: `eni-${name}`, vpc: `vpc-${name}`, subnet: `subnet-${name}`, ip: `10.${index}.0.10` },
          groups: [`sg-${name}`],
        }),
      ]),
      peering("pcx-ab", { "vpc-a": "10.0.0.0/16", "vpc-b": "10.1.0.0/16" }),
      peering("pcx-bc", { "vpc-b": "10.1.0.0/16", "vpc-c": "10.2.0.0/16" }),
      table({
        id: "rtb-a",
        vpc: "vpc-a",
        subnets: ["subnet-a"],
        routes: ["10.0.0.0/16 local", "10.0.0.0/8 pcx-ab"],
      }),
      table({
        ...{ id: "rtb-b", vpc: "vpc-b", subnets: ["subnet-b"] },
        routes: ["10.1.0.0/16 local", "10.0.0.0/16 pcx-ab", "10.2.0.0/16 pcx-bc"],
      }),
      table({
        id: "rtb-c",
        vpc: "vpc-c",
        subnets: ["subnet-c"],
        routes: ["10.2.0.0/16 local", "10.0.0.0/8 pcx-bc"],
      }),
    ];
    const yes = [
      "tcp 80 10.0.0.10 → 10.1.0.10",
      "icmp 10.1.0.10 → 10.2.0.10",
      "udp 53 10.2.0.10 → 10.1.0.10",
    ];
    const no = ["tcp 80 10.0.0.10 → 10.2.0.10", "icmp 10.2.0.10 → 10.0.0.10"];
    expect(await replied(chain, [...yes, ...no])).toEqual(yes);
  });

  it("exposes by IPv6 alone, and not behind an egress-only gateway", async () => {
    const six = (block: string) => ({
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: block, Ipv6CidrBlockState: { State: "associated" } }],
    });
    const local = ["10.6.0.0/16 local", "2600:1f14::/56 local"];
    const estate = [
      vpc("vpc-6", "10.6.0.0/16", six("2600:1f14::/56")),
      subnet({ id: "subnet-6", vpc: "vpc-6", cidr: "10.6.0.0/24", ipv6: "2600:1f14::/64" }),
      subnet({ id: "subnet-7", vpc: "vpc-6", cidr: "10.6.1.0/24", ipv6: "2600:1f14:0:1::/64" }),
      internetGateway("igw-6", "vpc-6"),
      egressOnly("eigw-6", "vpc-6"),
      table({
        id: "rtb-6",
        vpc: "vpc-6",
        subnets: ["subnet-6"],
        routes: [...local, "::/0 igw-6", "0.0.0.0/0 igw-6"],
      }),
      table({ id: "rtb-7", vpc: "vpc-6", subnets: ["subnet-7"], routes: [...local, "::/0 eigw-6"] }),
      acl({ id: "acl-6", vpc: "vpc-6", subnets: ["subnet-6", "subnet-7"] }),
      group("sg-6", "vpc-6", { in: ["tcp 22 ::/0", "tcp 22 0.0.0.0/0", "udp 53 ::/0"] }),
      ...[0, 1].map((place) =>
        card({
          ...{ id: `eni-${place}`, vpc: "vpc-6", subnet: `subnet-${6 + place}`, ip: `10.6.${place}.10` },
          ...{ ipv6: place === 0 ? "2600:1f14::10" : "2600:1f14:0:1::10", groups: ["sg-6"] },
        }),
      ),
    ];
    const yes = [
      "tcp 22 2001:4860:4860::8888 → 2600:1f14::10",
      "tcp 80 2600:1f14::10 → 2001:4860:4860::8888",
      "tcp 80 2600:1f14:0:1::10 → 2001:4860:4860::8888",
      "udp 53 2600:1f14:0:1::10 → 2a00:1450::1",
      "icmp 2600:1f14:0:1::10 → 2a00:1450::1",
      "tcp 22 2600:1f14:0:1::10 → 2600:1f14::10",
    ];
    const no = [
      "tcp 22 2001:4860:4860::8888 → 2600:1f14:0:1::10",
      "udp 53 2001:4860:4860::8888 → 2600:1f14:0:1::10",
      "icmp 2001:4860:4860::8888 → 2600:1f14::10",
      // A private IPv4 address does not get through the internet gateway.
      "tcp 80 10.6.0.10 → 8.8.8.8",
    ];
    expect(await replied(estate, [...yes, ...no])).toEqual(yes);
  });
});
