import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { ANYTHING, type Condition } from "./condition.js";
import { type Action, type Draft, draft, type Qualifiers } from "./draft.js";
import type { Lookup } from "./elements.js";
import { crossed, type Match, readMatch } from "./match.js";
import { clean } from "./spell.js";
import { verdictMap } from "./verdict-map.js";

/** What a rule comes to: rows for the filter, and what it does to packets that later hooks judge. */
export interface RuleReading {
  readonly drafts: readonly Draft[];
  /** Statements that change where a packet goes or what it says: dnat, redirect, tproxy, mangled addresses. */
  readonly rewrites: readonly string[];
}

const VERDICTS: ReadonlyMap<string, Action> = new Map([
  ["accept", "allow"],
  ["drop", "deny"],
  ["reject", "deny"],
  ["jump", "jump"],
  ["goto", "goto"],
  ["return", "return"],
  ["continue", "continue"],
]);
/** Statements that neither judge the packet nor change what it is judged by. */
const HARMLESS = new Set([
  "counter",
  "log",
  "notrack",
  "flow",
  "set",
  "map",
  "last",
  "dup",
  "secmark",
  "ct helper",
  "ct timeout",
  "ct expectation",
  "mangle",
]);
/** Statements that narrow the rule by something that the listing does not tell. */
const NARROWING = new Set(["quota", "xt match"]);
const RATES = new Set(["limit", "ct count", "meter"]);
const REWRITES = new Set(["dnat", "redirect", "tproxy", "fwd"]);
/** Statements after which others judge another source than the one that sent. */
const RENAMES = new Set(["snat", "masquerade"]);
const MOST_ROWS = 4096;

/** Reads the expressions of one rule from left to right, as the kernel does. Total. */
export function readRule(
  expressions: readonly Json[],
  lookup: Lookup,
  direction: Match["direction"],
): RuleReading {
  let when: readonly Condition[] = [{ ...ANYTHING, families: lookup.families }];
  let how: Qualifiers = { rated: false, unknown: [] };
  let foreign = false;
  let elsewhere: readonly Draft[] | null = null;
  const rewrites: string[] = [];
  for (const expression of expressions) {
    const [key, body] = isObject(expression) ? native(expression) : ["", null];
    if (key === "match") {
      when = narrowed(when, readMatch(body, lookup, direction));
      continue;
    }
    const rows = verdictRows(key, body, { when, how, lookup, direction });
    if (rows !== null) return { drafts: elsewhere ?? rows, rewrites };
    const redirects = REWRITES.has(key) || isPacketMangle(key, body);
    if (redirects) rewrites.push(key);
    if (RATES.has(key)) how = { ...how, rated: true };
    else if (redirects || RENAMES.has(key))
      elsewhere ??= when.map((one) => draft(verdict("translate"), one, { ...how, rated: false }));
    else if (!HARMLESS.has(key)) {
      foreign ||= !NARROWING.has(key);
      how = { ...how, unknown: [...how.unknown, clean(key)] };
    }
  }
  if (elsewhere !== null) return { drafts: elsewhere, rewrites };
  if (foreign) return { drafts: undecided(when, how), rewrites };
  return { drafts: when.map((one) => draft(verdict("continue"), one, how)), rewrites };
}

/** Targets of iptables (xtables) that a listing carries over untranslated, as the nft statements they are. */
const XT_TARGETS: ReadonlyMap<string, string> = new Map([
  ["REJECT", "reject"],
  ["DNAT", "dnat"],
  ["REDIRECT", "redirect"],
  ["TPROXY", "tproxy"],
  ["NFQUEUE", "queue"],
  ...["LOG", "NFLOG", "MARK", "CONNMARK", "CT", "TCPMSS", "CHECKSUM", "CLASSIFY", "DSCP"].map(
    (name) => [name, "log"] as const,
  ),
  ...["SNAT", "MASQUERADE", "NETMAP"].map((name) => [name, "snat"] as const),
]);

function native(expression: JsonObject): readonly [key: string, body: Json] {
  const [key = "", body = null] = Object.entries(expression)[0] ?? [];
  if (key !== "xt" || !isObject(body)) return [key, body];
  if (body["type"] === "match") return ["xt match", body];
  return [XT_TARGETS.get(`${body["name"]}`) ?? `xt ${body["name"]}`, body];
}

interface Sofar {
  readonly when: readonly Condition[];
  readonly how: Qualifiers;
  readonly lookup: Lookup;
  readonly direction: Match["direction"];
}

/** The rows of a statement that ends the rule; null for one that does not. */
function verdictRows(key: string, body: Json, sofar: Sofar): readonly Draft[] | null {
  const { when, how } = sofar;
  const action = VERDICTS.get(key);
  if (action !== undefined) return when.map((one) => draft(verdict(action, body), one, how));
  if (key === "queue") return undecided(when, { ...how, unknown: [...how.unknown, "queue"] });
  if (key !== "vmap") return null;
  const entries = verdictMap(body, sofar.lookup, sofar.direction);
  if (entries === null) return undecided(when, { ...how, unknown: [...how.unknown, "vmap"] });
  return entries.flatMap(({ keys, verdict: entry }) => {
    const [name, inner] = Object.entries(entry)[0] ?? [""];
    const known = VERDICTS.get(name);
    const both = narrowed(when, keys);
    if (known !== undefined) return both.map((one) => draft(verdict(known, inner), one, how));
    return undecided(both, { ...how, unknown: [...how.unknown, `vmap ${clean(name)}`] });
  });
}

function verdict(action: Action, body: Json = null): Pick<Draft, "action" | "target"> {
  const target = isObject(body) ? body["target"] : undefined;
  return { action, target: typeof target === "string" ? target : null };
}

/** Somebody else decides: it may be refused, it may be let through. */
function undecided(when: readonly Condition[], how: Qualifiers): Draft[] {
  return when.flatMap((one) => [
    draft(verdict("deny"), one, { ...how, rated: false }),
    draft(verdict("allow"), one, { ...how, rated: false }),
  ]);
}

/** Too many alternatives are kept as one that says so, rather than as a product without bound. */
function narrowed(left: readonly Condition[], right: readonly Condition[]): readonly Condition[] {
  if (left.length * right.length <= MOST_ROWS) return crossed(left, right);
  return left.map((one) => ({ ...one, unmodelled: [...one.unmodelled, "more alternatives than are read"] }));
}

/** `ip daddr set …` changes what later rules see; marks and priorities do not. */
function isPacketMangle(key: string, body: Json): boolean {
  const target = key === "mangle" && isObject(body) ? body["key"] : undefined;
  const payload = isObject(target) ? target["payload"] : undefined;
  const field = isObject(payload) ? `${payload["field"]}` : "";
  return payload !== undefined && !["dscp", "ecn", "ttl", "hoplimit", "flowlabel"].includes(field);
}
