import type { Told } from "./cloud.js";
import { networkAnswers } from "./estate-answers.js";
import { tablesOf } from "./estate-routes.js";
import { aclsOf, groupsOf, prefixListsOf } from "./estate-rules.js";
import { transitOf } from "./estate-transit.js";
import { Random } from "./random.js";

/** What an estate is made of before its rules and routes are drawn. */
export interface Sketch {
  readonly random: Random;
  readonly vpcs: readonly VpcSketch[];
  readonly peerings: readonly { id: string; a: VpcSketch; b: VpcSketch; active: boolean }[];
  readonly transit: TransitSketch | undefined;
  readonly prefixLists: readonly PrefixListSketch[];
}

/** `routed`: of blocks of the world alone, for routes more specific than local lead to few things only. */
export interface PrefixListSketch {
  readonly id: string;
  readonly six: boolean;
  readonly routed: boolean;
}

export interface TransitSketch {
  readonly id: string;
  /** Subnets by VPC: one a zone. */
  readonly attachments: readonly { id: string; vpc: VpcSketch; subnets: readonly SubnetSketch[] }[];
}

export interface VpcSketch {
  readonly index: number;
  readonly id: string;
  readonly blocks: readonly string[];
  readonly six: string | undefined;
  readonly subnets: readonly SubnetSketch[];
  readonly igw: string | undefined;
  readonly eigw: string | undefined;
  readonly nats: NatSketch[];
  readonly groups: readonly string[];
}

export interface NatSketch {
  readonly id: string;
  readonly subnet: SubnetSketch;
  readonly ip: string;
  readonly outside: string | undefined;
}

export interface SubnetSketch {
  readonly id: string;
  readonly block: string;
  readonly six: string | undefined;
  readonly zone: string;
  readonly cards: CardSketch[];
}

export interface CardSketch {
  readonly id: string;
  readonly addresses: readonly { inside: string; outside: string | undefined }[];
  readonly six: string | undefined;
  readonly groups: readonly string[];
}

/** Draws a small estate and tells it as the provider's API would. The same seed gives the same answers. */
export function randomEstate(seed: number): Told[] {
  const random = new Random(seed);
  const vpcs = Array.from({ length: random.int(1, 3) }, (_, index) => vpcOf(random, index));
  const sketch: Sketch = {
    random,
    vpcs,
    peerings: peeringsOf(random, vpcs),
    transit: random.chance(vpcs.length > 1 ? 0.55 : 0.1) ? transitSketch(random, vpcs) : undefined,
    prefixLists: [
      { id: "pl-0a", six: false, routed: false },
      { id: "pl-0b", six: true, routed: false },
      { id: "pl-0c", six: false, routed: true },
      { id: "pl-0d", six: true, routed: true },
    ],
  };
  return [
    ...networkAnswers(sketch),
    ...prefixListsOf(sketch),
    groupsOf(sketch),
    aclsOf(sketch),
    tablesOf(sketch),
    ...transitOf(sketch),
  ];
}

function vpcOf(random: Random, index: number): VpcSketch {
  const groups = Array.from({ length: random.int(2, 4) }, (_, number) => `sg-${index}${number}`);
  const six = random.chance(0.6) ? `2600:1f14:0:${index + 1}00::/56` : undefined;
  const second = random.chance(0.25);
  const blocks = [`10.${index}.0.0/16`, ...(second ? [`10.${100 + index}.0.0/16`] : [])];
  const subnets = Array.from({ length: random.int(1, 3) }, (_, number): SubnetSketch => {
    const base = second && number === 2 ? `10.${100 + index}.${number}` : `10.${index}.${number}`;
    const own = six !== undefined && random.chance(0.85);
    const prefix = `2600:1f14:0:${index + 1}0${number}::`;
    return {
      id: `subnet-${index}${number}`,
      block: `${base}.0/24`,
      six: own ? `${prefix}/64` : undefined,
      zone: `eu-central-1${random.chance(0.75) ? "a" : "b"}`,
      cards: Array.from({ length: random.int(1, number === 0 ? 3 : 2) }, (_, place) =>
        cardOf(random, {
          id: `eni-${index}${number}${place}`,
          base,
          place: 10 + place,
          outside: `52.${index}.${number}.${10 + place}`,
          six: own ? `${prefix}${(16 + place).toString(16)}` : undefined,
          groups,
        }),
      ),
    };
  });
  const igw = random.chance(0.85) ? `igw-${index}` : undefined;
  return {
    index,
    id: `vpc-${index}`,
    blocks,
    six,
    subnets,
    igw,
    eigw: six !== undefined && random.chance(0.5) ? `eigw-${index}` : undefined,
    nats: natsOf(random, subnets, { index, igw }),
    groups,
  };
}

interface CardPlace {
  readonly id: string;
  readonly base: string;
  readonly place: number;
  readonly outside: string;
  readonly six: string | undefined;
  readonly groups: readonly string[];
}

function cardOf(random: Random, at: CardPlace): CardSketch {
  const outside = random.chance(0.5) ? at.outside : undefined;
  const more = random.chance(0.2)
    ? [{ inside: `${at.base}.${at.place + 100}`, outside: random.chance(0.4) ? `${at.outside}0` : undefined }]
    : [];
  return {
    id: at.id,
    addresses: [{ inside: `${at.base}.${at.place}`, outside }, ...more],
    six: at.six !== undefined && random.chance(0.9) ? at.six : undefined,
    groups: random.some(at.groups, 1, 2),
  };
}

function natsOf(
  random: Random,
  subnets: readonly SubnetSketch[],
  { index, igw }: { index: number; igw: string | undefined },
): NatSketch[] {
  const made: NatSketch[] = [];
  const add = (open: boolean) => {
    const subnet = random.pick(subnets);
    const place = 200 + made.length;
    made.push({
      id: `nat-${index}${made.length}`,
      subnet,
      ip: subnet.block.replace(".0/24", `.${place}`),
      outside: open ? `52.${index}.200.${place}` : undefined,
    });
  };
  if (igw !== undefined && random.chance(0.65)) add(true);
  if (random.chance(0.2)) add(false);
  return made;
}

function peeringsOf(random: Random, vpcs: readonly VpcSketch[]): Sketch["peerings"] {
  return vpcs.flatMap((a, at) =>
    vpcs
      .slice(at + 1)
      .filter(() => random.chance(0.55))
      .map((b) => ({ id: `pcx-${a.index}${b.index}`, a, b, active: random.chance(0.9) })),
  );
}

function transitSketch(random: Random, vpcs: readonly VpcSketch[]): TransitSketch {
  const attachments = vpcs
    .filter(() => random.chance(0.9))
    .map((vpc) => {
      const zones = [...new Set(vpc.subnets.map(({ zone }) => zone))].sort();
      const doors = zones.map((zone) => random.pick(vpc.subnets.filter((subnet) => subnet.zone === zone)));
      const subnets = doors.length > 1 && random.chance(0.4) ? [random.pick(doors)] : doors;
      return { id: `tgw-attach-${vpc.index}`, vpc, subnets };
    });
  return { id: "tgw-0", attachments };
}
