import type { Item } from "../item.js";

/** Leads from an entry point to the web ACL that it names. WAF Classic names its ACLs by bare ids or ARNs of its own. */
export function namesWebAcl(item: Item, from: string, member: string): void {
  const to = item.text(member) || null;
  item.draft.edge({ from, relation: "web_acl", to, pointer: item.pointer });
}

/** A policy document that an answer holds as text; null where there is none, with a gap where it is no JSON. */
export function parsedDocument(item: Item, member: string): unknown {
  const text = item.text(member);
  if (text === null || text === "") return null;
  for (const candidate of [text, unescaped(text)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // API Gateway escapes its policies once more than JSON does: the next candidate is without that.
    }
  }
  item.gap("unparsed", `${item.draft.place.call} answered with a ${member} that is not JSON`);
  return null;
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\/])/g, "$1");
}

/** `{"Items": ["a"]}`, CloudFront's way of writing lists. */
export function itemTexts(item: Item | null, member: string): string[] {
  return (item?.child(member)?.texts("Items") ?? []).sort();
}

/** Tags that are an object of names and values. */
export function tagRecord(item: Item, member: string): Record<string, string> {
  const tags = Object.entries(item.child(member)?.json ?? {});
  return Object.fromEntries(
    tags.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}
