/** A node of a diagram: 0 and 1 are the constants. */
export type Node = number;

export const FALSE: Node = 0;
export const TRUE: Node = 1;

const AND = 1;
const OR = 2;
const DIFFERENCE = 3;
/** Comes after every variable, so that constants need no case of their own. */
const LAST = 0x7fff;
const CACHE_BITS = 16;
const CACHE = 1 << CACHE_BITS;

/**
 * Reduced ordered binary decision diagrams (R. E. Bryant, IEEE Transactions on Computers C-35, 1986): equal
 * functions are one node. Nodes lie in typed arrays and are never freed: a diagram that grew is thrown away.
 */
export class Diagram {
  private variable = new Int16Array(1 << 12);
  private low = new Int32Array(1 << 12);
  private high = new Int32Array(1 << 12);
  private count = 2;
  /** Open addressing; 0 is empty. */
  private unique = new Int32Array(1 << 13);
  private readonly cacheKey = new Float64Array(CACHE * 2).fill(-1);
  private readonly cacheValue = new Int32Array(CACHE);

  constructor() {
    this.variable[FALSE] = LAST;
    this.variable[TRUE] = LAST;
  }

  /** Nodes in use. */
  get size(): number {
    return this.count;
  }

  variableOf(node: Node): number {
    return this.variable[node] as number;
  }

  lowOf(node: Node): Node {
    return this.low[node] as number;
  }

  highOf(node: Node): Node {
    return this.high[node] as number;
  }

  /** The node that tests a variable; its branches test later ones. */
  make(variable: number, low: Node, high: Node): Node {
    if (low === high) return low;
    let slot = hash(variable, low, high) & (this.unique.length - 1);
    for (;;) {
      const node = this.unique[slot] as number;
      if (node === 0) break;
      if (this.low[node] === low && this.high[node] === high && this.variable[node] === variable) return node;
      slot = (slot + 1) & (this.unique.length - 1);
    }
    if (this.count === this.variable.length) this.grow();
    const node = this.count++;
    this.variable[node] = variable;
    this.low[node] = low;
    this.high[node] = high;
    this.unique[slot] = node;
    if (this.count * 2 > this.unique.length) this.rehash();
    return node;
  }

  and(a: Node, b: Node): Node {
    if (a === FALSE || b === FALSE) return FALSE;
    if (a === TRUE || a === b) return b;
    if (b === TRUE) return a;
    return a < b ? this.apply(AND, a, b) : this.apply(AND, b, a);
  }

  or(a: Node, b: Node): Node {
    if (a === TRUE || b === TRUE) return TRUE;
    if (a === FALSE || a === b) return b;
    if (b === FALSE) return a;
    return a < b ? this.apply(OR, a, b) : this.apply(OR, b, a);
  }

  /** What is in `a` and not in `b`. */
  difference(a: Node, b: Node): Node {
    if (a === FALSE || b === TRUE || a === b) return FALSE;
    if (b === FALSE) return a;
    return this.apply(DIFFERENCE, a, b);
  }

  private apply(operation: number, a: Node, b: Node): Node {
    const slot = hash(operation, a, b) & (CACHE - 1);
    const left = a * 4 + operation;
    if (this.cacheKey[slot * 2] === left && this.cacheKey[slot * 2 + 1] === b)
      return this.cacheValue[slot] as number;
    const [va, vb] = [this.variable[a] as number, this.variable[b] as number];
    const variable = Math.min(va, vb);
    const [al, ah] = va === variable ? [this.low[a] as number, this.high[a] as number] : [a, a];
    const [bl, bh] = vb === variable ? [this.low[b] as number, this.high[b] as number] : [b, b];
    const low = this.combine(operation, al, bl);
    const node = this.make(variable, low, this.combine(operation, ah, bh));
    this.cacheKey[slot * 2] = left;
    this.cacheKey[slot * 2 + 1] = b;
    this.cacheValue[slot] = node;
    return node;
  }

  private combine(operation: number, a: Node, b: Node): Node {
    if (operation === AND) return this.and(a, b);
    return operation === OR ? this.or(a, b) : this.difference(a, b);
  }

  private grow(): void {
    const size = this.variable.length * 2;
    const variable = new Int16Array(size);
    variable.set(this.variable);
    this.variable = variable;
    const low = new Int32Array(size);
    low.set(this.low);
    this.low = low;
    const high = new Int32Array(size);
    high.set(this.high);
    this.high = high;
  }

  private rehash(): void {
    const unique = new Int32Array(this.unique.length * 2);
    for (let node = 2; node < this.count; node++) {
      let slot = hash(this.variableOf(node), this.lowOf(node), this.highOf(node)) & (unique.length - 1);
      while (unique[slot] !== 0) slot = (slot + 1) & (unique.length - 1);
      unique[slot] = node;
    }
    this.unique = unique;
  }
}

function hash(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
