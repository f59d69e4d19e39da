import { lazyList, type PayloadStore, SEVERITIES, type Severity } from "../model/index.js";

/** So many are handed on as they are; of more, each is read when it is looked at. */
const MOST_IN_MEMORY = 20_000;

interface Kept {
  readonly severity: Severity;
  readonly policy: string;
  readonly subject: { readonly id: string };
}

/** Where an item lies in the store, and the position of its subject, which orders subjects as their ids do. */
interface Places {
  handles: number[];
  positions: number[];
  sorted: boolean;
}

/**
 * Findings or undecided outcomes of a run, kept in a store by their handles. Those of one policy are sorted by the
 * positions of their subjects, so that nothing has to be read to have all of them worst first.
 */
export class Shelf<T extends Kept> {
  private readonly places = new Map<string, Places>();

  constructor(private readonly store: PayloadStore) {}

  /** Those of one subject are put in their own order. */
  put(item: T, position: number): void {
    const places = this.of(item);
    places.sorted &&= position >= (places.positions.at(-1) ?? position);
    places.handles.push(this.store.put(item));
    places.positions.push(position);
  }

  /** The same for one whose subject has no position; after this nothing is `put`. */
  insert(item: T): void {
    const places = this.of(item);
    const { handles, positions } = settled(places);
    let [low, high] = [0, handles.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.read(handles[middle] ?? -1).subject.id <= item.subject.id) low = middle + 1;
      else high = middle;
    }
    handles.splice(low, 0, this.store.put(item));
    positions.splice(low, 0, positions[low - 1] ?? -1);
  }

  /** Worst first, then by policy and subject. */
  list(): readonly T[] {
    const policies = [...this.places].sort(([a], [b]) => (a < b ? -1 : 1));
    const order = policies.flatMap(([, places]) => settled(places).handles);
    const read = (index: number) => this.read(order[index] ?? -1);
    return order.length > MOST_IN_MEMORY
      ? lazyList(order.length, read)
      : order.map((_handle, index) => read(index));
  }

  private read(handle: number): T {
    return this.store.get(handle) as T;
  }

  private of({ severity, policy }: T): Places {
    const key = `${SEVERITIES.indexOf(severity)} ${policy}`;
    const known = this.places.get(key) ?? { handles: [], positions: [], sorted: true };
    this.places.set(key, known);
    return known;
  }
}

/** Sorts them, where threads were not through in the order of subjects; what has one position stays as it is. */
function settled(places: Places): Places {
  if (places.sorted) return places;
  const { handles, positions } = places;
  const order = positions.map((_, index) => index);
  order.sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0) || a - b);
  places.handles = order.map((index) => handles[index] ?? -1);
  places.positions = order.map((index) => positions[index] ?? -1);
  places.sorted = true;
  return places;
}
