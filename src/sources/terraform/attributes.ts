import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** Stands for a value that is known only after apply, or secret, or that is sensitive and must not be told. */
export const HIDDEN: unique symbol = Symbol("hidden");
export type Hidden = typeof HIDDEN;

export type Value = null | boolean | number | string | Hidden | readonly Value[] | ValueObject;
export interface ValueObject {
  readonly [name: string]: Value;
}

/** Lays `after_unknown` and `after_sensitive`, which have the shape of the value itself, over it. */
export function veiled(
  value: Json | undefined,
  unknown: Json | undefined,
  sensitive: Json | undefined,
): Value {
  if (unknown === true || sensitive === true) return HIDDEN;
  const veils = [unknown, sensitive];
  if (Array.isArray(value) || (value === undefined && veils.some(Array.isArray))) {
    const lists = [value, ...veils].map((each) => (Array.isArray(each) ? each : []));
    const [own = [], hidden = [], secret = []] = lists;
    const length = Math.max(own.length, hidden.length);
    return Array.from({ length }, (_, index) => veiled(own[index], hidden[index], secret[index]));
  }
  if (isObject(value) || (value === undefined && veils.some(isObject))) {
    const [own, hidden, secret] = [value, ...veils].map((each): JsonObject => (isObject(each) ? each : {}));
    const names = new Set([...Object.keys(own ?? {}), ...Object.keys(hidden ?? {})]);
    return Object.fromEntries(
      [...names].map((name) => [name, veiled(member(own, name), member(hidden, name), member(secret, name))]),
    );
  }
  return value ?? null;
}

function member(object: JsonObject | undefined, name: string): Json | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Members of a list that are known, and whether some are not. */
export interface Known<T> {
  readonly known: readonly T[];
  readonly hidden: number;
}

/** The attributes of a resource on one side of a change. Absent, null and empty text read as null. */
export class Attributes {
  constructor(private readonly values: ValueObject) {}

  static of(value: Value): Attributes | null {
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Attributes(value as ValueObject)
      : null;
  }

  raw(name: string): Value {
    return Object.hasOwn(this.values, name) ? (this.values[name] ?? null) : null;
  }

  text(name: string): string | Hidden | null {
    const value = this.raw(name);
    if (value === HIDDEN) return HIDDEN;
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value !== "" ? value : null;
  }

  /** A known text, else null. */
  known(name: string): string | null {
    const value = this.text(name);
    return typeof value === "string" ? value : null;
  }

  int(name: string): number | Hidden | null {
    const value = this.raw(name);
    if (value === HIDDEN) return HIDDEN;
    // Some schemas hold numbers as text, e.g. the ports of older provider versions.
    const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
    return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
  }

  flag(name: string): boolean | Hidden | null {
    const value = this.raw(name);
    return value === HIDDEN || typeof value === "boolean" ? value : null;
  }

  texts(name: string): Known<string> {
    return listOf(this.raw(name), (value) => (typeof value === "string" ? value : null));
  }

  /** Nested blocks. */
  blocks(name: string): Known<Attributes> {
    return listOf(this.raw(name), (value) => Attributes.of(value));
  }

  /** Tags in the shape of the API; the value of a hidden one is not told. */
  tags(): { Key: string; Value: string }[] {
    const all = this.raw("tags_all");
    const tags = Attributes.of(all) === null ? this.raw("tags") : all;
    if (typeof tags !== "object" || tags === null || Array.isArray(tags)) return [];
    return Object.entries(tags as ValueObject).map(([Key, value]) => ({
      Key,
      Value: typeof value === "string" ? value : "(not known)",
    }));
  }
}

function listOf<T>(value: Value, read: (item: Value) => T | null): Known<T> {
  if (value === HIDDEN) return { known: [], hidden: 1 };
  const items = Array.isArray(value) ? (value as readonly Value[]) : [];
  const known = items.filter((item) => item !== HIDDEN).map(read);
  return { known: known.filter((item) => item !== null), hidden: items.length - known.length };
}
