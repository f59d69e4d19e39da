/** A block of addresses as Go's net package sees it: an IPv4-mapped one is IPv4. */
export interface Block {
  readonly bits: 32 | 128;
  readonly prefix: number;
  /** The first address. */
  readonly base: bigint;
  /** The address as it was written. */
  readonly address: bigint;
}

const MAPPED = 0xffffn << 32n;
const isMapped = (address: bigint) => address >> 32n === 0xffffn;

/** Reads `address/prefix`; undefined where it is none. */
export function blockOf(cidr: string): Block | undefined {
  const cut = cidr.indexOf("/");
  const length = cidr.slice(cut + 1);
  if (cut < 0 || !/^[0-9]{1,4}$/.test(length)) return undefined;
  const written = addressOf(cidr.slice(0, cut));
  const prefix = Number(length);
  if (written === undefined || prefix > written.bits) return undefined;
  const base = (written.value >> BigInt(written.bits - prefix)) << BigInt(written.bits - prefix);
  const block = { bits: written.bits, prefix, base, address: written.value };
  if (written.bits === 32 || !isMapped(base)) return block;
  return { bits: 32, prefix: prefix - 96, base: base - MAPPED, address: written.value - MAPPED };
}

export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** Reads an address without a zone (RFC 4291, section 2.2); undefined where it is none. */
export function addressOf(text: string): Address | undefined {
  if (!text.includes(":")) {
    const value = quad(text);
    return value === undefined ? undefined : { bits: 32, value };
  }
  const [head = "", tail, ...more] = text.split("::");
  const left = groups(head);
  const right = groups(tail ?? "");
  if (left === undefined || right === undefined || more.length > 0) return undefined;
  const missing = 8 - left.length - right.length;
  // Two colons stand for one group at least. Only the last groups may be written as IPv4.
  if (tail === undefined ? missing !== 0 : missing < 1 || head.includes(".")) return undefined;
  const all = [...left, ...Array.from({ length: missing }, () => 0n), ...right];
  return { bits: 128, value: all.reduce((sum, group) => (sum << 16n) | group, 0n) };
}

function groups(text: string): bigint[] | undefined {
  if (text === "") return [];
  const out: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1 ? quad(part) : undefined;
    if (last !== undefined) out.push(last >> 16n, last & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) out.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return out;
}

const BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const QUAD = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`);

/** Four decimal bytes, none with a leading zero. */
function quad(text: string): bigint | undefined {
  if (!QUAD.test(text)) return undefined;
  return text.split(".").reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

/** Writes an address as RFC 5952 asks for: the longest run of zeros is left out. */
export function addressText({ bits, value }: Address): string {
  if (bits === 32 || isMapped(value)) {
    return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
  }
  const words = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 0xffffn);
  const text = words.map((word) => word.toString(16)).join(":");
  const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const longest = runs.reduce((best, [run]) => (run.length > best.length ? run : best), "");
  if (longest === "") return text;
  const at = runs.find(([run]) => run === longest)?.index ?? 0;
  return `${text.slice(0, at).replace(/:$/, "")}::${text.slice(at + longest.length).replace(/^:/, "")}`;
}
