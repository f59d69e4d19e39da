import type { Place } from "../../model/index.js";
import type { Host, HostInterface, Network, Site } from "./schema.js";

/** One file of an inventory. */
export interface InventoryFile {
  readonly path: string;
  readonly text: string;
}

/** An entry with where it was written. */
export interface Entry<T> {
  readonly value: T;
  readonly place: Place;
  /** JSON pointer in a YAML file; absent for CSV. */
  readonly pointer?: string;
  /** Where a member of it was written: the entry's own place where that is not known. */
  member(name: string): Place;
}

/** An interface, with the host that it is told of. */
export interface OnHost {
  readonly host: string;
  readonly value: HostInterface;
}

/** What one or many files told, before it is checked as a whole. */
export interface Entries {
  readonly sites: readonly Entry<Site>[];
  readonly networks: readonly Entry<Network>[];
  readonly hosts: readonly Entry<Host>[];
  readonly interfaces: readonly Entry<OnHost>[];
}

export function joinEntries(parts: readonly Entries[]): Entries {
  return {
    sites: parts.flatMap(({ sites }) => sites),
    networks: parts.flatMap(({ networks }) => networks),
    hosts: parts.flatMap(({ hosts }) => hosts),
    interfaces: parts.flatMap(({ interfaces }) => interfaces),
  };
}
