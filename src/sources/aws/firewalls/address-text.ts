import type { Peer } from "../../../model/index.js";
import { AddressSet, endsOf, formatAddress, formatCidr, parseRange } from "../../../net/index.js";
import { partsOfArn } from "../names.js";
import { meaningOf, type Reckoning, wordOf } from "./listed-text.js";
import type { Variables } from "./variables.js";

/**
 * Addresses that a rule names: those that count where they are at home, those that count where they are
 * not, and prefix lists by their ids. A firewall that uses the rule says what is at home.
 */
export interface Named {
  readonly home: AddressSet;
  readonly away: AddressSet;
  readonly lists: readonly string[];
}

/** More blocks than these are told as ranges. */
const MOST_BLOCKS = 64;

const ALL: Named = { home: AddressSet.ALL, away: AddressSet.ALL, lists: [] };
const NONE: Named = { home: AddressSet.NONE, away: AddressSet.NONE, lists: [] };

/**
 * What a group leaves to the firewall. One that defines HOME_NET for itself alone has the firewall's
 * EXTERNAL_NET still (developer guide, "Limitations and caveats for stateful rules").
 */
const LEFT: ReadonlyMap<string, Named> = new Map([
  ["$HOME_NET", { ...NONE, home: AddressSet.ALL }],
  ["$EXTERNAL_NET", { ...NONE, away: AddressSet.ALL }],
]);

/** Reads the addresses of rules, with the variables of their group. */
export class AddressText {
  private readonly known = new Map<string, Named | string>();

  constructor(private readonly variables: Variables) {}

  /** What a text names; another text says why that is not known. */
  read(text: string): Named | string {
    return this.at(text, 0);
  }

  private at(text: string, depth: number): Named | string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const word = wordOf(text);
    const found = word === null ? "addresses that cannot be read" : meaningOf(word, this.reckoning, depth);
    // What is too deep here may be known elsewhere.
    if (typeof found !== "string" || depth === 0) this.known.set(text, found);
    return found;
  }

  private readonly reckoning: Reckoning<Named> = {
    all: ALL,
    none: NONE,
    value: (text, depth) => this.value(text, depth),
    union: (a, b) => ({
      home: a.home.union(b.home),
      away: a.away.union(b.away),
      lists: [...new Set([...a.lists, ...b.lists])].sort(),
    }),
    without: (a, b) => {
      if (b.lists.length > 0) return "addresses that are not on a prefix list";
      if (a.lists.length > 0 && !(b.home.isEmpty() && b.away.isEmpty()))
        return "a prefix list without some addresses";
      return { home: a.home.difference(b.home), away: a.away.difference(b.away), lists: a.lists };
    },
  };

  private value(text: string, depth: number): Named | string {
    if (text.toLowerCase() === "any") return ALL;
    if (text.startsWith("$")) return this.variable(text, depth);
    if (text.startsWith("@")) return this.reference(text);
    const range = parseRange(text);
    if (range === null) return "addresses that cannot be read";
    const set = AddressSet.ofRange(range);
    return { home: set, away: set, lists: [] };
  }

  private variable(text: string, depth: number): Named | string {
    const definition = this.variables.addresses.get(text.slice(1));
    if (definition === undefined) return LEFT.get(text) ?? `${text}, which its group does not define`;
    if (definition.length === 0) return `${text}, which is empty`;
    return this.at(`[${definition.join(",")}]`, depth);
  }

  private reference(text: string): Named | string {
    const arn = this.variables.references.get(text.slice(1));
    const list =
      arn === undefined ? undefined : /^prefix-list\/(pl-[\w-]+)$/.exec(partsOfArn(arn)?.resource ?? "");
    const id = list?.[1];
    return id === undefined ? `${text}, which is no prefix list` : { ...NONE, lists: [id] };
  }
}

/** Named addresses as the peers of a rule; an empty list names nobody. */
export function peersOf({ home, away, lists }: Named): Peer[] {
  const always = home.intersect(away);
  if (always.equals(AddressSet.ALL)) return [{ any: true }];
  return [
    ...spelled(always),
    ...blocksOf(home.difference(always)).map((cidr) => ({ home: true, cidr })),
    ...blocksOf(away.difference(always)).map((cidr) => ({ home: false, cidr })),
    ...lists.map((prefixList) => ({ prefixList })),
  ];
}

function spelled(set: AddressSet): Peer[] {
  if (set.countCidrs() <= MOST_BLOCKS) return blocksOf(set).map((cidr) => ({ cidr }));
  return set.ranges().map((range) => {
    const [from, to] = endsOf(range);
    return { range: { from: formatAddress(from), to: formatAddress(to) } };
  });
}

function blocksOf(set: AddressSet): string[] {
  return set.toCidrs().map(formatCidr);
}
