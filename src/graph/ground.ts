import type { PayloadStore, Provenance } from "../model/index.js";
import { type NameImage, NameTable } from "./name-table.js";
import { type Place, ScopeTable } from "./scope-table.js";

const MOST_PLACES = 4096;

/** What several graphs over one estate share. All of it only grows, so that sharing is safe. */
export class Ground {
  readonly names: NameTable;
  readonly scopes: ScopeTable;
  private lastPlace: Provenance | undefined;
  private lastHandle = -1;
  private readonly places = new Map<string, number>();

  constructor(
    readonly store: PayloadStore,
    image?: { readonly names: NameImage; readonly scopes: Place[] },
  ) {
    this.names = new NameTable(image?.names);
    this.scopes = new ScopeTable(image?.scopes);
  }

  /** Keeps the place of an edge; neighbouring edges mostly come from the same place. */
  putPlace(at: Provenance): number {
    if (at === this.lastPlace) return this.lastHandle;
    const text = JSON.stringify(at);
    let handle = this.places.get(text);
    if (handle === undefined) {
      if (this.places.size === MOST_PLACES) this.places.clear();
      handle = this.store.put(at);
      this.places.set(text, handle);
    }
    this.lastPlace = at;
    this.lastHandle = handle;
    return handle;
  }

  place(handle: number): Provenance {
    return this.store.get(handle) as Provenance;
  }
}
