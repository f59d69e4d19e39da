import { hash } from "node:crypto";
import { quoted } from "./quoted.js";
import { shapeOf } from "./shapes.js";

/** RFC 3339 §5.6, and the same with a blank or without seconds, as providers write it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[Zz]|[+-]\d{2}:?\d{2}|UTC))?$/;

const DASH = 0x2d;

/** Who touched it last, and examples of what is told beside them. */
const PASSING = new Set(["trace", "encrypts", "lastChange", "lastUsedRegion"]);
/** What has one of these has a label by which people call it; a label by itself is a thing of its own. */
const NAMED = ["id", "node", "copy", "rule"];
/** Each is looked at after those before it, and nothing in the items tells the place. */
const ORDERED = new Set(["clients", "transfers", "transforms"]);

/** How much there is at the moment; whether there is any at all matters. */
const AMOUNTS = new Set(
  [
    "count",
    "copies",
    "unencrypted",
    "sizeGib",
    "storedBytes",
    "freeAddresses",
    "used",
    "attachments",
    "daysLeft",
  ].concat(
    // Days that pass by themselves (the fact `ages`).
    ["boundaryUses", "created", "unused", "validUntil", "days"],
  ),
);

/** What of a value matters: which members go by their names, and whether its numbers are amounts. */
export interface Sieve {
  readonly without: ReadonlySet<string>;
  /** Members that are amounts, where they are numbers. */
  readonly amounts: ReadonlySet<string>;
  /** Moments are what somebody wrote, as in a condition that ends access. */
  readonly moments?: true;
}

const NONE: ReadonlySet<string> = new Set();
export const OF_FACTS: Sieve = {
  without: PASSING,
  amounts: new Set([...AMOUNTS].filter((n) => n !== "days")),
};
export const OF_AGES: Sieve = { without: PASSING, amounts: AMOUNTS };
/** What the provider or the user wrote is taken as it is. */
export const AS_WRITTEN: Sieve = { without: NONE, amounts: NONE };
/** Policy documents and conditions: what they say of moments decides. */
const DOCUMENT: Sieve = { ...AS_WRITTEN, moments: true };
const CONDITIONS = new Set(["conditions", "values"]);

/**
 * What matters of a value as text: moments are all alike, lists are sets, and what is not known is not there. Lists
 * whose order counts tell it in their items (`order`, `priority`).
 */
export function material(value: unknown, sieve: Sieve): string {
  if (typeof value === "string") return sieve.moments || !isMoment(value) ? quoted(value) : "~";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "object" || value === null) return "null";
  if (Array.isArray(value)) return setOf(value.map((item) => material(item, sieve)));
  return membersOf(value as Record<string, unknown>, sieve);
}

/** The members of an object, but for some at this depth. */
export function membersOf(
  value: Readonly<Record<string, unknown>>,
  sieve: Sieve,
  also: ReadonlySet<string> = NONE,
): string {
  const { keys, openings } = shapeOf(value);
  const stated = Object.hasOwn(value, "Statement");
  let text = "";
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? "";
    const member = value[key];
    if (member === undefined || member === null || also.has(key) || passes(key, value, sieve)) continue;
    const amount = typeof member === "number" && sieve.amounts.has(key);
    if (ORDERED.has(key) && Array.isArray(member)) {
      text += `${openings[index]}[${member.map((item) => material(item, sieve)).join(",")}],`;
      continue;
    }
    const inner = stated || CONDITIONS.has(key) ? DOCUMENT : sieve;
    text += `${openings[index]}${amount ? String(Math.sign(member)) : material(member, inner)},`;
  }
  return `{${text}}`;
}

/** Most texts are no moment, and show it by what would be the first dash. */
function isMoment(text: string): boolean {
  return text.charCodeAt(4) === DASH && MOMENT.test(text);
}

/** Whether a member of facts says nothing that matters: a name, a place where it was read, an example. */
function passes(key: string, value: Readonly<Record<string, unknown>>, { without }: Sieve): boolean {
  if (without === NONE) return false;
  if (key === "label") return NAMED.some((name) => Object.hasOwn(value, name));
  if (key === "at") return Object.hasOwn(value, "trace") || Object.hasOwn(value["at"] ?? {}, "uri");
  return without.has(key);
}

/** Texts in an order of their own, equal ones once. */
export function setOf(texts: readonly string[]): string {
  return texts.length < 2 ? `[${texts[0] ?? ""}]` : `[${[...new Set(texts)].sort().join(",")}]`;
}

/** 64 bits of SHA-256 as 16 hex digits. */
export function digestOf(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}
