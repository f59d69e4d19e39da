import { isObject, type Json } from "../../model/index.js";
import {
  type AddressRange,
  AddressSet,
  cidrRange,
  type PortRange,
  parseAddress,
  parseCidr,
  rangeBetween,
} from "../../net/index.js";

/** A value of an expression, as a range of addresses: an address, a prefix or a range; null for others. */
export function addressRange(value: Json): AddressRange | null {
  if (typeof value === "string") {
    const address = parseAddress(value);
    return address === null ? null : rangeBetween(address, address);
  }
  if (!isObject(value)) return null;
  const { prefix, range } = value;
  if (isObject(prefix)) {
    const cidr = parseCidr(`${prefix["addr"]}/${prefix["len"]}`);
    return cidr === null ? null : cidrRange(cidr);
  }
  const [from, to] = Array.isArray(range) ? range.map((end) => parseAddress(`${end}`)) : [];
  return from && to ? rangeBetween(from, to) : null;
}

/** The addresses on the side of `op` that `ranges` name, within `universe` (the family of the match). */
export function addressesBy(
  op: string,
  ranges: readonly AddressRange[],
  universe: AddressSet,
): AddressSet | null {
  const set = AddressSet.ofRanges(ranges).intersect(universe);
  if (op === "==" || op === "in") return set;
  if (op === "!=") return universe.difference(set);
  const [only] = set.ranges();
  const [all] = universe.ranges();
  if (ranges.length !== 1 || only === undefined || all === undefined) return null;
  const below = { ...all, to: only.to } as AddressRange;
  const above = { ...all, from: only.from } as AddressRange;
  if (op === "<=") return AddressSet.ofRange(below);
  if (op === "<") return AddressSet.ofRange(below).difference(set);
  if (op === ">=") return AddressSet.ofRange(above);
  return op === ">" ? AddressSet.ofRange(above).difference(set) : null;
}

/** A value as a range of numbers: a number, a name that `names` knows, or a range of those. */
export function numberRange(value: Json, names: ReadonlyMap<string, number>): PortRange | null {
  const single = numberOf(value, names);
  if (single !== null) return { from: single, to: single };
  const range = isObject(value) ? value["range"] : undefined;
  const [from, to] = Array.isArray(range) ? range.map((end) => numberOf(end, names)) : [];
  return typeof from === "number" && typeof to === "number" && from <= to ? { from, to } : null;
}

function numberOf(value: Json, names: ReadonlyMap<string, number>): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 ? value : null;
  if (typeof value !== "string") return null;
  return names.get(value) ?? (/^\d{1,5}$/.test(value) ? Number(value) : null);
}

/** The numbers 0 … `max` on the side of `op` that `ranges` name; null for an operator that has no meaning here. */
export function numbersBy(op: string, ranges: readonly PortRange[], max: number): PortRange[] | null {
  if (op === "==" || op === "in") return [...ranges];
  if (op === "!=") return outside(ranges, max);
  const [only] = ranges;
  if (ranges.length !== 1 || only === undefined) return null;
  if (op === "<") return [{ from: 0, to: only.from - 1 }];
  if (op === "<=") return [{ from: 0, to: only.to }];
  if (op === ">") return [{ from: only.to + 1, to: max }];
  return op === ">=" ? [{ from: only.from, to: max }] : null;
}

function outside(ranges: readonly PortRange[], max: number): PortRange[] {
  const out: PortRange[] = [];
  let next = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (from > next) out.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  if (next <= max) out.push({ from: next, to: max });
  return out;
}
