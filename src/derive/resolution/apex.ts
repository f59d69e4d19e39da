import type { Standing } from "../../model/index.js";
import type { RecordNode, ZoneBook } from "./zone-book.js";

/** What a zone's own name tells makers of certificates and receivers of mail. */
export function apexOf(book: ZoneBook | null): Standing["apex"] {
  const at = (name: string, type: string) => book?.at(name, type) ?? [];
  const name = book?.name ?? "";
  const authorities = at(name, "CAA").flatMap(({ is }) => is.authorities ?? []);
  const senders = textsOf(at(name, "TXT")).filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [told] = textsOf(at(`_dmarc.${name}`, "TXT")).filter((text) => /^v=DMARC1\s*(?:;|$)/.test(text));
  const issuers = authorities.filter(({ tag }) => tag === "issue").map(({ value }) => value.trim());
  return {
    certifiers: authorities.length === 0 ? null : [...new Set(issuers)].sort(),
    mail: at(name, "MX").some(({ is }) => (is.targets ?? []).some((target) => target !== ".")),
    senders: senders[0] === undefined ? null : endOf(senders[0]),
    senderRecords: senders.length,
    receivers: told === undefined ? null : (/;\s*p\s*=\s*(\w+)/i.exec(told)?.[1]?.toLowerCase() ?? "none"),
  };
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
