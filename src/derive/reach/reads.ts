/** What something that is remembered was made from. */
interface Entry {
  /** Numbers of the names that were read. */
  readonly own: Int32Array;
  /** Other remembered things that it rests on. */
  readonly uses: readonly Entry[];
  /** How many changes it has been held against, and whether it stood. */
  checked: number;
  stands: boolean;
}

interface Frame {
  readonly own: Set<number>;
  readonly uses: Set<Entry>;
}

/**
 * Notes what of the estate is read while something is worked out, so that after a change only what rests on
 * changed things is worked out again.
 */
export class Reads {
  private readonly numbers = new Map<string, number>();
  private readonly frames: Frame[] = [];
  private readonly changes: ReadonlySet<number>[] = [];

  /** Something by this name was read. */
  note(name: string): void {
    this.frames.at(-1)?.own.add(this.numberOf(name));
  }

  /** Something that is remembered was made use of. */
  use(entry: Entry): void {
    this.frames.at(-1)?.uses.add(entry);
  }

  /** Works something out, and gives what it rests on. */
  during<T>(make: () => T): { readonly value: T; readonly entry: Entry } {
    const frame: Frame = { own: new Set(), uses: new Set() };
    this.frames.push(frame);
    try {
      const value = make();
      const entry = { own: Int32Array.from(frame.own), uses: [...frame.uses] };
      return { value, entry: { ...entry, checked: this.changes.length, stands: true } };
    } finally {
      this.frames.pop();
    }
  }

  /** Things by these names are not what they were. */
  change(names: Iterable<string>): void {
    const changed = new Set<number>();
    for (const name of names) {
      const number = this.numbers.get(name);
      if (number !== undefined) changed.add(number);
    }
    this.changes.push(changed);
  }

  /** Whether nothing that it rests on has changed. */
  stands(entry: Entry): boolean {
    const now = this.changes.length;
    if (entry.checked === now || !entry.stands) return entry.stands;
    const since = this.changes.slice(entry.checked);
    entry.stands =
      !since.some((changed) => changed.size > 0 && entry.own.some((number) => changed.has(number))) &&
      entry.uses.every((used) => this.stands(used));
    entry.checked = now;
    return entry.stands;
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, known);
    return known;
  }
}

/** Values by name, each worked out once; where reads are noted, again when something that it rests on has changed. */
export class Kept<T> {
  private readonly held = new Map<string, { readonly value: T; readonly entry: Entry | undefined }>();

  /** Beyond `most` values all are forgotten, so that memory does not grow with the estate. */
  constructor(
    private readonly reads: Reads | undefined,
    private readonly most = Number.POSITIVE_INFINITY,
  ) {}

  get(name: string, make: () => T): T {
    const { reads } = this;
    const known = this.held.get(name);
    if (known !== undefined && (known.entry === undefined || reads?.stands(known.entry) !== false)) {
      if (known.entry !== undefined) reads?.use(known.entry);
      return known.value;
    }
    const made = reads === undefined ? { value: make(), entry: undefined } : reads.during(make);
    if (made.entry !== undefined) reads?.use(made.entry);
    if (this.held.size >= this.most) this.held.clear();
    this.held.set(name, made);
    return made.value;
  }
}
