import { type Gap, gapOf, idSegment, isObject, type Json, type JsonObject } from "../../model/index.js";
import { FAMILIES, type Family } from "../../net/index.js";
import type { Draft } from "./draft.js";
import type { Lookup } from "./elements.js";
import { type Item, type Listing, setKey } from "./listing.js";
import { hidden, type NftPlace, ownerId } from "./place.js";
import { readRule } from "./statements.js";

export type Direction = "ingress" | "egress";

export interface RuleItem extends Item {
  readonly handle: string;
  readonly expressions: readonly Json[];
}

/** A chain with its rules, in order. Hook, direction and policy are null for chains that only jumps reach. */
export interface Chain extends Item {
  readonly id: string;
  readonly key: string;
  readonly family: string;
  readonly table: string;
  readonly name: string;
  /** Address families whose packets come here. */
  readonly families: readonly Family[];
  readonly type: string | null;
  readonly hook: string | null;
  readonly priority: number;
  readonly policy: "allow" | "deny";
  readonly rules: readonly RuleItem[];
  /** The rows of a rule where the chain judges this direction. */
  rows(rule: RuleItem, direction: Direction): readonly Draft[];
  rewrites(rule: RuleItem): readonly string[];
}

const SEEN: ReadonlyMap<string, readonly Family[]> = new Map([
  ["ip", ["ipv4"]],
  ["ip6", ["ipv6"]],
  ["inet", FAMILIES],
  ["bridge", FAMILIES],
  ["netdev", FAMILIES],
  ["arp", []],
]);

/** The chains of a listing by key, in the listing's order. A rule without a chain is a gap. */
export function chainsOf(listing: Listing, place: NftPlace): { chains: Map<string, Chain>; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const byChain = new Map<string, RuleItem[]>();
  const chains = new Map<string, Chain>();
  const written = writtenSets(listing);
  const untracks = listing.rules.some(({ body }) => isNotrack(body["expr"]));
  for (const { body, at } of listing.chains) {
    const rules: RuleItem[] = [];
    const chain = chainOf({ body, at }, rules, { listing, written, untracks, owner: ownerId(place) });
    if (chain === null) gaps.push(unreadable("A chain", at, place));
    else if (!chains.has(chain.key)) {
      chains.set(chain.key, chain);
      byChain.set(chain.key, rules);
    }
  }
  for (const { body, at } of listing.rules) {
    const rules = byChain.get(setKey(body, `${body["chain"]}`));
    const expressions = body["expr"];
    if (rules === undefined || !Array.isArray(expressions)) gaps.push(unreadable("A rule", at, place));
    else rules.push({ body, at, expressions, handle: handleOf(body, rules.length) });
  }
  return { chains, gaps };
}

function unreadable(what: string, at: Item["at"], place: NftPlace): Gap {
  const message = `${what} of the listing cannot be placed`;
  return gapOf({ reason: "unparsed", message, at, touches: hidden(place) });
}

function handleOf(body: JsonObject, position: number): string {
  return typeof body["handle"] === "number" ? `${body["handle"]}` : `at-${position + 1}`;
}

interface Context {
  readonly listing: Listing;
  readonly written: ReadonlySet<string>;
  readonly untracks: boolean;
  readonly owner: string;
}

function chainOf(item: Item, rules: RuleItem[], context: Context): Chain | null {
  const { listing, owner } = context;
  const { family, table, name, type, hook, prio, policy } = item.body;
  if (typeof family !== "string" || typeof table !== "string" || typeof name !== "string") return null;
  const text = (value: Json | undefined) => (typeof value === "string" ? value : null);
  const families = SEEN.get(family) ?? FAMILIES;
  const lookup = ({ body }: RuleItem): Lookup => ({ ...context, sets: listing.sets, rule: body, families });
  const readings = new Map<string, ReturnType<typeof readRule>>();
  const reading = (rule: RuleItem, direction: Direction) => {
    const key = `${rule.handle} ${direction}`;
    const known = readings.get(key) ?? readRule(rule.expressions, lookup(rule), direction);
    readings.set(key, known);
    return known;
  };
  return {
    ...item,
    id: `${owner}/${[family, table, name].map(idSegment).join("/")}`,
    key: setKey(item.body, name),
    family,
    table,
    name,
    families,
    type: text(type),
    hook: listing.dormant.has(`${family}/${table}`) ? null : text(hook),
    priority: typeof prio === "number" ? prio : 0,
    // A base chain without a policy accepts (nft(8), chains).
    policy: policy === "drop" ? "deny" : "allow",
    rules,
    rows: (rule, direction) => reading(rule, direction).drafts,
    rewrites: (rule) => reading(rule, "ingress").rewrites,
  };
}

/** `notrack`, also the target of iptables that may stand for it. */
function isNotrack(expressions: Json | undefined): boolean {
  return (Array.isArray(expressions) ? expressions : []).some((expression) => {
    const xt = isObject(expression) ? expression["xt"] : undefined;
    return isObject(expression) && ("notrack" in expression || (isObject(xt) && xt["name"] === "CT"));
  });
}

/** Sets and maps that some rule adds members to while it runs. */
function writtenSets(listing: Listing): Set<string> {
  const written = new Set<string>();
  for (const { body } of listing.rules) {
    for (const expression of Array.isArray(body["expr"]) ? body["expr"] : []) {
      const [key, update] = isObject(expression) ? (Object.entries(expression)[0] ?? []) : [];
      const name = isObject(update) && (key === "set" || key === "map") ? update[key] : undefined;
      if (typeof name === "string") written.add(setKey(body, name.replace(/^@/, "")));
    }
  }
  return written;
}
