import type { EstateNode, PayloadStore, Provenance } from "../model/index.js";
import { type NameImage, NameTable } from "./name-table.js";
import { type Place, ScopeTable } from "./scope-table.js";

const MOST_PLACES = 4096;
/** Places from here downwards are those of nodes; -1 is none. */
const OF_NODE = -2;

/** What several graphs over one estate share. All of it only grows, so that sharing is safe. */
export class Ground {
  readonly names: NameTable;
  readonly scopes: ScopeTable;
  private lastPlace: Provenance | undefined;
  private lastHandle = -1;
  private readonly places = new Map<string, number>();
  /** Handles of nodes by their places, as far as edges may still be told from the same ones. */
  private readonly nodes = new Map<Provenance, number>();

  constructor(
    readonly store: PayloadStore,
    image?: { readonly names: NameImage; readonly scopes: Place[] },
  ) {
    this.names = new NameTable(image?.names);
    this.scopes = new ScopeTable(image?.scopes);
  }

  /** A node that was put: edges that are read from the very place of it need not keep that again. */
  holds(at: Provenance, node: number): void {
    this.nodes.set(at, node);
  }

  /** A batch is through: its objects are no other's. */
  forgetNodes(): void {
    this.nodes.clear();
  }

  /** Keeps the place of an edge; neighbouring edges mostly come from the same place. */
  putPlace(at: Provenance): number {
    if (at === this.lastPlace) return this.lastHandle;
    const node = this.nodes.get(at);
    if (node !== undefined) return OF_NODE - node;
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
    if (handle <= OF_NODE) return (this.store.get(OF_NODE - handle) as EstateNode).at;
    return this.store.get(handle) as Provenance;
  }
}
