import type { HostEntry, SiteEntry } from "./format.js";

/** A file of an inventory; `path` is how provenance and errors name it. */
export interface InventoryFile {
  readonly path: string;
  readonly text: string;
}

/** One entry, with the line on which it begins. */
export type Row =
  | { readonly kind: "site"; readonly site: SiteEntry; readonly path: string; readonly line: number }
  | { readonly kind: "host"; readonly host: HostEntry; readonly path: string; readonly line: number };
