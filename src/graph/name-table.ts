import { Indices } from "./columns.js";
import { sharedInts } from "./shared-arrays.js";

const PAGE_BITS = 20;
const PAGE = 1 << PAGE_BITS;
const OFFSET = PAGE - 1;
/** Longer names than any provider gives; kept as strings, so that a page always has room for a name. */
const LONG = 1 << 16;
const WIDE = 1 << 30;
const EMPTY = Buffer.alloc(0);

/** A table as another thread is handed it: nothing but the few heads and long names is copied. */
export interface NameImage {
  readonly pages: readonly SharedArrayBuffer[];
  readonly place: Int32Array;
  readonly measure: Int32Array;
  readonly hashes: Int32Array;
  readonly headOf: Int32Array;
  readonly slots: Int32Array;
  readonly heads: readonly string[];
  readonly long: ReadonlyMap<number, string>;
}

/** More beginnings than an estate has accounts, Regions and types; what comes after them is written out. */
const MOST_HEADS = 1 << 20;

/**
 * Ids and aliases as integers. A million ARNs as JavaScript strings cost some 250 MB and slow every
 * garbage collection down; here they are bytes in pages outside the heap, found by open addressing.
 * Code units up to 0xFF take one byte, names with others two each: exact even for lone surrogates.
 * The head of an ARN (partition, service, Region, account, type) is kept once, and a name with which
 * the one before it ends, as short ids do after their ARN, lies in that one's bytes.
 */
export class NameTable {
  private readonly pages: Buffer[] = [];
  private end = 0;
  private readonly place: Indices;
  private readonly measure: Indices;
  private readonly hashes: Indices;
  private readonly headOf: Indices;
  private readonly heads: string[];
  private readonly headNumbers = new Map<string, number>([["", 0]]);
  private readonly long: Map<number, string>;
  private slots: Int32Array;

  /** An empty table; or one that another thread filled, to be read only. */
  constructor(image?: NameImage) {
    this.place = Indices.shared(image?.place);
    this.measure = Indices.shared(image?.measure);
    this.hashes = Indices.shared(image?.hashes);
    this.headOf = Indices.shared(image?.headOf);
    this.heads = image === undefined ? [""] : [...image.heads];
    this.long = new Map(image?.long);
    this.slots = image === undefined ? sharedInts(1024).fill(-1) : image.slots;
    for (const page of image?.pages ?? []) this.pages.push(Buffer.from(page));
  }

  /** All of it, in memory that threads share. */
  image(): NameImage {
    return {
      pages: this.pages.map(({ buffer }) => buffer as unknown as SharedArrayBuffer),
      place: this.place.values(),
      measure: this.measure.values(),
      hashes: this.hashes.values(),
      headOf: this.headOf.values(),
      slots: this.slots,
      heads: this.heads,
      long: this.long,
    };
  }

  get size(): number {
    return this.place.length;
  }

  /** The integer of a name, given now if it is new. */
  intern(text: string): number {
    const hash = hashOf(text);
    const slot = this.slotOf(text, hash);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    const name = this.append(text, hash);
    this.slots[slot] = name;
    if (this.size * 4 > this.slots.length * 3) this.rehash();
    return name;
  }

  /** The integer of a name, -1 where it was never seen. */
  lookup(text: string): number {
    return this.slots[this.slotOf(text, hashOf(text))] ?? -1;
  }

  text(name: number): string {
    const long = this.long.get(name);
    if (long !== undefined) return long;
    const place = this.place.at(name);
    const measure = this.measure.at(name);
    const from = place & OFFSET;
    const page = this.pages[place >>> PAGE_BITS] ?? EMPTY;
    if ((measure & WIDE) !== 0) return page.toString("utf16le", from, from + (measure & ~WIDE));
    const tail = page.toString("latin1", from, from + measure);
    const head = this.headOf.at(name);
    return head === 0 ? tail : (this.heads[head] ?? "") + tail;
  }

  /** Order of code units, as `<` has it for strings. */
  compare(a: number, b: number): number {
    const left = this.measure.at(a);
    const right = this.measure.at(b);
    if (this.headOf.at(a) !== this.headOf.at(b) || ((left | right) & WIDE) !== 0 || this.long.size > 0) {
      const [one, other] = [this.text(a), this.text(b)];
      return one < other ? -1 : one > other ? 1 : 0;
    }
    const [from, start] = [this.place.at(a), this.place.at(b)];
    const page = this.pages[from >>> PAGE_BITS] ?? EMPTY;
    const other = this.pages[start >>> PAGE_BITS] ?? EMPTY;
    const [first, second] = [from & OFFSET, start & OFFSET];
    const most = Math.min(left, right);
    for (let index = 0; index < most; index++) {
      const difference = (page[first + index] ?? 0) - (other[second + index] ?? 0);
      if (difference !== 0) return difference;
    }
    return left - right;
  }

  /** Heads are numbered from 0, the empty one. */
  get headCount(): number {
    return this.heads.length;
  }

  headNumber(name: number): number {
    return this.headOf.at(name);
  }

  headTexts(): readonly string[] {
    return this.heads;
  }

  private slotOf(text: string, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const name = this.slots[slot] ?? -1;
      if (name < 0 || (this.hashes.at(name) === hash && this.text(name) === text)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private append(text: string, hash: number): number {
    const wide = isWide(text);
    const head = wide ? "" : this.headIn(text);
    const tail = text.slice(head.length);
    const long = text.length > LONG;
    const bytes = long ? 0 : tail.length * (wide ? 2 : 1);
    const shared = wide || long || head !== "" ? -1 : this.endOfLast(text);
    if (long) this.long.set(this.size, text);
    const place = long ? this.end : shared >= 0 ? shared : this.write(tail, bytes, wide);
    this.measure.push(bytes | (wide ? WIDE : 0));
    this.hashes.push(hash);
    this.headOf.push(this.headNumbers.get(head) ?? 0);
    return this.place.push(place | 0);
  }

  private write(text: string, bytes: number, wide: boolean): number {
    if (
      this.pages.length === 0 ||
      (this.end & OFFSET) + bytes > PAGE ||
      this.end === this.pages.length * PAGE
    ) {
      this.end = this.pages.length * PAGE;
      this.pages.push(Buffer.from(new SharedArrayBuffer(PAGE)));
      if (this.pages.length > 4096) throw new Error("more than 4 GiB of node names");
    }
    const place = this.end;
    this.pages.at(-1)?.write(text, place & OFFSET, wide ? "utf16le" : "latin1");
    this.end += bytes;
    return place;
  }

  /** Where the text lies already, as the end of the name that came last; -1 where it does not. */
  private endOfLast(text: string): number {
    const last = this.size - 1;
    const measure = this.measure.at(last);
    if (last < 0 || (measure & WIDE) !== 0 || measure < text.length || this.long.has(last)) return -1;
    const place = this.place.at(last) + measure - text.length;
    const page = this.pages[place >>> PAGE_BITS] ?? EMPTY;
    const from = place & OFFSET;
    return page.toString("latin1", from, from + text.length) === text ? place : -1;
  }

  private headIn(text: string): string {
    const head = ARN_HEAD.exec(text)?.[0] ?? "";
    if (this.headNumbers.has(head)) return head;
    if (this.heads.length === MOST_HEADS) return "";
    this.headNumbers.set(head, this.heads.push(head) - 1);
    return head;
  }

  private rehash(): void {
    this.slots = sharedInts(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let name = 0; name < this.size; name++) {
      let slot = this.hashes.at(name) & mask;
      while ((this.slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = name;
    }
  }
}

/** arn:partition:service:region:account:type/ (AWS General Reference, "Amazon Resource Names"). */
const ARN_HEAD = /^arn:(?:[^:]{0,40}:){4}[^:/#]{1,40}[:/]/;

/** FNV-1a over code units, with a final mix so that the low bits can serve as slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

function isWide(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return true;
  return false;
}
