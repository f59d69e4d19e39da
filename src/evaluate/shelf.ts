import { lazyList, type PayloadStore, SEVERITIES, type Severity } from "../model/index.js";

/** So many are handed on as they are; of more, each is read when it is looked at. */
const MOST_IN_MEMORY = 20_000;

interface Kept {
  readonly severity: Severity;
  readonly policy: string;
  readonly subject: { readonly id: string };
}

/**
 * Findings or undecided outcomes of a run, kept in a store by their handles. Those of one policy are put in the
 * order of their subjects, so that no more than that is needed to have all of them worst first.
 */
export class Shelf<T extends Kept> {
  private readonly handles = new Map<string, number[]>();

  constructor(private readonly store: PayloadStore) {}

  put(item: T): void {
    this.of(item).push(this.store.put(item));
  }

  /** The same for one that comes later than its subject's turn. */
  insert(item: T): void {
    const handles = this.of(item);
    let [low, high] = [0, handles.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.read(handles[middle] ?? -1).subject.id <= item.subject.id) low = middle + 1;
      else high = middle;
    }
    handles.splice(low, 0, this.store.put(item));
  }

  /** Worst first, then by policy and subject. */
  list(): readonly T[] {
    const order = [...this.handles].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, handles]) => handles);
    const read = (index: number) => this.read(order[index] ?? -1);
    return order.length > MOST_IN_MEMORY
      ? lazyList(order.length, read)
      : order.map((_handle, index) => read(index));
  }

  private read(handle: number): T {
    return this.store.get(handle) as T;
  }

  private of({ severity, policy }: T): number[] {
    const key = `${SEVERITIES.indexOf(severity)} ${policy}`;
    const known = this.handles.get(key) ?? [];
    this.handles.set(key, known);
    return known;
  }
}
