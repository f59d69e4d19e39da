import type { Standing } from "../../model/index.js";
import { isWithin, parentName } from "../../net/index.js";
import type { RecordNode, ZoneBook } from "./zone-book.js";

/** What a zone's own name tells, and what is told of it elsewhere than in its own records. */
export interface Apex {
  readonly told: Standing["apex"];
  /** The record for receivers of mail, where it leads to other servers. */
  readonly moved: RecordNode | undefined;
}

/**
 * What a zone's own name tells makers of certificates and receivers of mail. What it does not say itself the names
 * above say for it: RFC 8659 section 3 for the first, RFC 7489 section 6.6.3 for the second.
 * @param above zones of the estate that lie above it, the nearest first
 */
export function apexOf(book: ZoneBook | null, above: readonly ZoneBook[]): Apex {
  const at = (name: string, type: string) => book?.at(name, type) ?? [];
  const name = book?.name ?? "";
  const senders = textsOf(at(name, "TXT")).filter((text) => /^v=spf1(?: |$)/i.test(text));
  const own = mailPolicyAt(book, name);
  const ways = book === null ? [] : namesAbove(name, above);
  const inherited = own.told === undefined ? ways.map(([zone, each]) => mailPolicyAt(zone, each)) : [];
  const [next] = inherited.filter(({ told, moved }) => told !== undefined || moved !== undefined);
  const first = own.told === undefined && own.moved === undefined ? next : undefined;
  const said = own.told === undefined ? wordOf(first?.told, ["sp", "p"]) : wordOf(own.told, ["p"]);
  return {
    told: {
      certifiers: certifiersOf([...(book === null ? [] : [[book, name] as const]), ...ways]),
      mail: at(name, "MX").some(({ is }) => (is.targets ?? []).some((target) => target !== ".")),
      senders: senders[0] === undefined ? null : endOf(senders[0]),
      senderRecords: senders.length,
      receivers: said,
    },
    moved: own.moved ?? first?.moved,
  };
}

type Way = readonly [zone: ZoneBook, name: string];

/** Names above a zone, from the nearest on, each with the zone that holds it. */
function namesAbove(name: string, above: readonly ZoneBook[]): Way[] {
  const found: Way[] = [];
  for (let at = parentName(name); at !== null && at !== "."; at = parentName(at)) {
    const each = at;
    const zone = above.find((one) => isWithin(each, one.name));
    if (zone !== undefined) found.push([zone, each]);
  }
  return found;
}

/** The first name that has CAA records speaks for all below it; without an `issue` everybody may. */
function certifiersOf(ways: readonly Way[]): string[] | null {
  for (const [zone, name] of ways) {
    const authorities = zone.at(name, "CAA").flatMap(({ is }) => is.authorities ?? []);
    if (authorities.length === 0) continue;
    const issuers = authorities.filter(({ tag }) => tag.toLowerCase() === "issue");
    return issuers.length === 0 ? null : [...new Set(issuers.map(({ value }) => value.trim()))].sort();
  }
  return null;
}

/** Several records of one name count as none. */
function mailPolicyAt(
  book: ZoneBook | null,
  name: string,
): { told: string | undefined; moved: RecordNode | undefined } {
  const owner = `_dmarc.${name}`;
  const [told, second] = textsOf(book?.at(owner, "TXT") ?? []).filter((text) =>
    /^v=DMARC1\s*(?:;|$)/.test(text),
  );
  const [moved] = [...(book?.at(owner, "CNAME") ?? []), ...(book?.at(owner, "NS") ?? [])];
  return { told: second === undefined ? told : undefined, moved };
}

/** What the first of these tags says. RFC 7489 section 6.3: a record without `p` asks for nothing. */
function wordOf(text: string | undefined, tags: readonly string[]): string | null {
  if (text === undefined) return null;
  for (const tag of tags) {
    const [, word] = new RegExp(`;\\s*${tag}\\s*=\\s*(\\w+)`, "i").exec(text) ?? [];
    if (word !== undefined) return word.toLowerCase();
  }
  return "none";
}

function textsOf(records: readonly RecordNode[]): string[] {
  return records.flatMap(({ is }) => is.texts ?? []);
}

/** RFC 7208 section 5.1: `all` matches whatever nothing before it did; without a sign it is a pass. */
function endOf(text: string): string {
  const all = /(?:^|\s)([-~?+]?)all(?:\s|$)/i.exec(text);
  if (all !== null) return `${all[1] === "" ? "+" : all[1]}all`;
  return /\sredirect=/i.test(text) ? "redirect" : "open";
}
