import { PolicyStopped } from "../policy-stopped.js";
import { type Address, addressOf, addressText, type Block, blockOf } from "./addresses.js";
import { type HostBuiltin, isText, isValid, overTexts } from "./arguments.js";

/** A /12 of IPv4: what is larger would fill the engine's memory long before its end. */
const MOST_ADDRESSES = 1n << 20n;

/** The net.cidr_* that OPA's WASM library lacks. Answers that are sets are made such by host.rego. */
export const NETWORKS: readonly (readonly [string, HostBuiltin])[] = [
  ["net.cidr_contains_matches", (one, other) => matches(one, other)],
  ["net.cidr_expand", overTexts((cidr = "") => expanded(cidr))],
  ["net.cidr_is_valid", isValid((cidr) => blockOf(cidr) !== undefined)],
  ["net.cidr_merge", (blocks) => (Array.isArray(blocks) ? merged(blocks) : undefined)],
];

function expanded(cidr: string): string[] | undefined {
  const block = blockOf(cidr);
  if (block === undefined) return undefined;
  const size = 1n << BigInt(block.bits - block.prefix);
  if (size > MOST_ADDRESSES)
    throw new PolicyStopped(`net.cidr_expand of ${cidr} would give ${size} addresses`);
  return Array.from({ length: Number(size) }, (_, index) =>
    addressText({ bits: block.bits, value: block.base + BigInt(index) }),
  );
}

type Named = readonly [index: unknown, cidr: string];

function matches(one: unknown, other: unknown): unknown {
  const outer = named(one);
  const inner = named(other);
  if (outer === undefined || inner === undefined) return undefined;
  const found: unknown[] = [];
  for (const [i, cidr] of outer) {
    const block = blockOf(cidr);
    for (const [j, text] of inner) {
      const holds = block && contains(block, text);
      // OPA: one element that is no block makes the whole call an error.
      if (holds === undefined) return undefined;
      if (holds) found.push([i, j]);
    }
  }
  return found;
}

/** A text, a list of texts or of lists that begin with one, or an object of such. */
function named(value: unknown): Named[] | undefined {
  if (isText(value)) return [[value, value]];
  if (typeof value !== "object" || value === null) return [];
  const entries: (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value.map((member, index) => [index, member] as const)
    : Object.entries(value);
  const out: Named[] = [];
  for (const [index, member] of entries) {
    const cidr: unknown = Array.isArray(member) ? member[0] : member;
    if (!isText(cidr)) return undefined;
    out.push([index, cidr]);
  }
  return out;
}

function contains(block: Block, text: string): boolean | undefined {
  const address = addressOf(text);
  const inner: Block | undefined = address ? blockOf(`${text}/${address.bits}`) : blockOf(text);
  if (inner === undefined) return undefined;
  return (
    inner.bits === block.bits &&
    inner.prefix >= block.prefix &&
    shifted(inner, block) === shifted(block, block)
  );
}

const shifted = ({ base }: Block, { bits, prefix }: Block) => base >> BigInt(bits - prefix);

interface Span {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
  /** How the block was given; undefined once it grew. */
  readonly text: string | undefined;
}

/** Merges what overlaps or touches. A block that stays alone is given back as it is. */
function merged(given: readonly unknown[]): string[] | undefined {
  const spans: Span[] = [];
  for (const text of given) {
    const span = isText(text) ? spanOf(text) : undefined;
    if (span === undefined) return undefined;
    spans.push(span);
  }
  const order = (a: Span, b: Span) => a.bits - b.bits || compare(a.last, b.last) || compare(a.first, b.first);
  spans.sort(order);
  for (let index = spans.length - 1; index > 0; index--) {
    const [low, high] = spans.slice(index - 1, index + 1) as [Span, Span];
    const before = high.first === 0n ? 0n : high.first - 1n;
    if (low.bits !== high.bits || before > low.last) continue;
    const { first } = low.first < high.first ? low : high;
    spans.splice(index - 1, 2, { bits: high.bits, first, last: high.last, text: undefined });
  }
  return spans.flatMap((span) => (span.text === undefined ? blocksOf(span) : [span.text]));
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

/** A bare IPv4 address counts as its network of the old classes, a bare IPv6 address is an error: so does OPA. */
function spanOf(text: string): Span | undefined {
  const address = addressOf(text);
  if (address === undefined) {
    const block = blockOf(text);
    return block && span(block, addressText({ bits: block.bits, value: block.base }));
  }
  if (address.bits === 128 && address.value >> 32n !== 0xffffn) return undefined;
  const value = address.value & 0xffffffffn;
  const prefix = value < 0x80000000n ? 8 : value < 0xc0000000n ? 16 : 24;
  const block = blockOf(`${addressText({ bits: 32, value })}/${prefix}`);
  return block && span(block, addressText({ bits: 32, value }));
}

function span({ bits, prefix, base }: Block, address: string): Span {
  const last = base + (1n << BigInt(bits - prefix)) - 1n;
  return { bits, first: base, last, text: `${address}/${prefix}` };
}

/** The fewest blocks that hold exactly these addresses. */
function blocksOf({ bits, first, last }: Span): string[] {
  const blocks: string[] = [];
  for (let at = first; at <= last; ) {
    let size = 0;
    while (size < bits && (at & ((2n << BigInt(size)) - 1n)) === 0n && at + (2n << BigInt(size)) - 1n <= last)
      size++;
    const address: Address = { bits, value: at };
    blocks.push(`${addressText(address)}/${bits - size}`);
    at += 1n << BigInt(size);
  }
  return blocks;
}
