import { posix } from "node:path";
import type { Batch } from "../../model/index.js";
import { checkEntries } from "./check.js";
import { readCsv, tableOf } from "./csv-file.js";
import { type Entries, type InventoryFile, joinEntries } from "./entries.js";
import { nodesOf } from "./nodes.js";
import { contradictions } from "./whereabouts.js";
import { readYaml } from "./yaml-file.js";

/** Is the file an inventory? A YAML document says so itself, a CSV table by its name. */
export function isInventoryFile({ path, text }: InventoryFile): boolean {
  if (tableOf(path) !== null) return true;
  return /\.ya?ml$/.test(path) && /^["']?inventory["']?\s*:/m.test(text.slice(0, 65_536));
}

/**
 * Reads all files of an inventory together: entries of one may name those of another.
 * @throws InputError with path, line and next step
 */
export function readInventory(files: readonly InventoryFile[]): Batch {
  const entries = entriesOf(files);
  return { ...nodesOf(entries), gaps: contradictions(entries) };
}

/** The host of a listing, and its site. */
export interface ListingPlace {
  readonly host: string;
  readonly site?: string;
}

/**
 * The nftables listings that hosts name, by path as the inventory's own path is given: with it the reader of
 * a listing knows whose it is.
 */
export function listingsOf(files: readonly InventoryFile[]): ReadonlyMap<string, ListingPlace> {
  const places = new Map<string, ListingPlace>();
  for (const { value, place } of entriesOf(files).hosts) {
    const { id, site, nftables } = value;
    if (nftables === undefined) continue;
    const path = posix.normalize(posix.join(posix.dirname(place.path), nftables));
    places.set(path, { host: id, ...(site === undefined ? {} : { site }) });
  }
  return places;
}

function entriesOf(files: readonly InventoryFile[]): Entries {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const entries = joinEntries(
    sorted.map((file) => (file.path.endsWith(".csv") ? readCsv(file) : readYaml(file))),
  );
  checkEntries(entries);
  return entries;
}
