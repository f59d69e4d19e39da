import type { FactsByKind, Peer } from "../../model/index.js";
import {
  type AddressSet,
  endsOf,
  FAMILIES,
  formatAddress,
  formatCidr,
  AddressSet as Sets,
} from "../../net/index.js";
import type { Direction } from "./chain.js";
import { type Condition, isEstablished, TURNS, turnsOf } from "./condition.js";
import type { Draft } from "./draft.js";

type RuleFacts = FactsByKind["rule"];

/** Where a row stands, and what its author wrote beside it. */
export interface Standing {
  readonly direction: Direction;
  readonly order: number;
  readonly description: string | null;
}

/** The neutral facts of one row: the other end is the source of what comes in, the destination of what goes out. */
export function ruleFacts(
  { action, condition }: Draft,
  { direction, order, description }: Standing,
): RuleFacts {
  const [theirs, ours] =
    direction === "ingress"
      ? [condition.source, condition.destination]
      : [condition.destination, condition.source];
  return {
    direction,
    action,
    order,
    family: familyOf(condition),
    protocols: condition.protocols === null ? null : [...condition.protocols],
    ports: condition.ports?.ranges() ?? null,
    sourcePorts: condition.sourcePorts?.ranges() ?? null,
    icmp: condition.icmp,
    peers: theirs === null ? [{ any: true }] : peersOf(theirs, condition),
    localPeers: ours === null ? null : peersOf(ours, condition),
    ...turnFacts(condition),
    description,
    unmodelled: [...condition.unmodelled].sort(),
  };
}

/** `established` tells of rules for answers alone; what else cannot match every packet is told beside it. */
function turnFacts(condition: Condition): Pick<RuleFacts, "established" | "turns"> {
  const turns = [...turnsOf(condition)];
  const established = isEstablished(condition);
  return { established, ...(turns.length === (established ? 1 : TURNS.length) ? {} : { turns }) };
}

function familyOf({ families }: Condition): RuleFacts["family"] {
  return families.length === 1 ? (families[0] ?? null) : null;
}

/** Blocks where the set is made of blocks, ranges where they say it shorter. */
function peersOf(set: AddressSet, { families }: Condition): Peer[] {
  const seen = FAMILIES.filter((family) => families.includes(family)).map((family) => set.only(family));
  return Sets.unionOf(seen)
    .ranges()
    .map((range): Peer => {
      const [cidr, ...more] = Sets.ofRange(range).toCidrs(2);
      if (cidr !== undefined && more.length === 0) return { cidr: formatCidr(cidr) };
      const [from, to] = endsOf(range);
      return { range: { from: formatAddress(from), to: formatAddress(to) } };
    });
}
