import type { Gap, Hop } from "../../model/index.js";
import type { AddressSet, Packet, PacketSet } from "../../net/index.js";
import type { Nic } from "./nics.js";

/** Where a flow starts or ends. */
export type Place =
  | {
      readonly kind: "cards";
      /** All in one subnet, behind the same filters. */
      readonly nics: readonly Nic[];
      readonly first: Nic;
      /** Addresses that are asked about: its own, or those that the world beyond a gateway knows. */
      readonly addresses: AddressSet;
    }
  | {
      readonly kind: "premises";
      readonly site: string | undefined;
      /** The host, where the inventory tells of one. */
      readonly nic: Nic | undefined;
      readonly addresses: AddressSet;
    }
  | { readonly kind: "internet"; readonly addresses: AddressSet }
  /** Whatever network, data centre or internet packets come to: a goal of who looks where routes lead. */
  | { readonly kind: "anywhere"; readonly addresses: AddressSet };

/** What a device remembers of a connection, for the answer. */
export interface Translation {
  readonly device: string;
  readonly from: PacketSet;
  readonly outside: AddressSet;
}

/** What the stateful rules of a firewall were asked about, as it came to one of its endpoints. */
export interface Session {
  readonly endpoint: string;
  readonly certain: PacketSet;
  /** More packets, of which it is not certain that they were. */
  readonly perhaps: PacketSet;
}

/** Packets on their way. */
export interface Flow {
  readonly set: PacketSet;
  readonly hops: number;
  readonly trail: Trail | undefined;
  readonly translations: readonly Translation[];
  /** On the way back: those that have not seen the answer yet. */
  readonly sessions: readonly Session[];
  /** What a packet of this flow was where it set out. */
  readonly undo: (packet: Packet) => Packet;
  /** Availability zone of the subnet that it left last, for the affinity of transit gateways. */
  readonly zone: string | undefined;
  /** VPC in which a service of the provider took them: the answer begins there. */
  readonly service?: string;
}

/** Hops so far, newest first; kept only where the way is to be told. */
export interface Trail {
  readonly hop: Hop;
  readonly before: Trail | undefined;
}

/** Where packets ended. */
export interface Ending {
  readonly kind: "arrives" | "filtered" | "unrouted" | "unknown";
  readonly flow: Flow;
  /** Where. */
  readonly node: string;
  readonly says: string;
  readonly gaps: readonly Gap[];
}

/** Packets that came so far that nobody can mean it. */
export const MOST_HOPS = 48;

export function hopsOf(trail: Trail | undefined): Hop[] {
  const hops: Hop[] = [];
  for (let at = trail; at !== undefined; at = at.before) hops.push(at.hop);
  return hops.reverse();
}
