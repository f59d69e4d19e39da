import type { RequestPart } from "../../../model/index.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";

/** Parts that need no more words. */
const PLAIN = new Map([
  ["UriPath", "path"],
  ["QueryString", "query"],
  ["Method", "method"],
  ["AllQueryArguments", "query-arguments"],
  ["HeaderOrder", "header-order"],
  ["JA3Fingerprint", "ja3"],
  ["JA4Fingerprint", "ja4"],
  ["UriFragment", "fragment"],
  ["Body", "body"],
  ["SingleHeader", "header"],
  ["SingleQueryArgument", "query-argument"],
]);
/** Parts of which some members alone may be looked at. */
const MAPS = new Map([
  ["Headers", "headers"],
  ["Cookies", "cookies"],
  ["JsonBody", "json-body"],
]);

/** What a rule looks at. https://docs.aws.amazon.com/waf/latest/APIReference/API_FieldToMatch.html */
export function requestPart(field: Item | null): RequestPart {
  for (const [member, part] of [...PLAIN, ...MAPS]) {
    const inner = field?.child(member) ?? null;
    if (inner === null) continue;
    return { part, ...narrowed(inner), ...(MAPS.has(member) ? chosen(inner) : {}) };
  }
  const told = Object.keys(field?.json ?? {})
    .sort()
    .join(", ");
  field?.gap("unmodelled", `A rule looks at a part of requests that is not known here: ${quoted(told)}`);
  return { part: "unknown" };
}

function narrowed(inner: Item): Partial<RequestPart> {
  const name = inner.text("Name");
  const oversize = inner.text("OversizeHandling");
  const fallback = inner.text("FallbackBehavior") ?? inner.text("InvalidFallbackBehavior");
  return {
    ...(name === null ? {} : { name: name.toLowerCase() }),
    ...(oversize === null ? {} : { oversize: word(oversize) }),
    ...(fallback === null ? {} : { fallback: fallbackWord(fallback) }),
  };
}

function chosen(inner: Item): Partial<RequestPart> {
  const pattern = inner.child("MatchPattern");
  const texts = (member: string) => pattern?.texts(member) ?? [];
  const only = [...texts("IncludedHeaders"), ...texts("IncludedCookies"), ...texts("IncludedPaths")].sort();
  return {
    scope: word(inner.text("MatchScope") ?? "ALL"),
    only: only.length === 0 ? null : only,
    except: [...texts("ExcludedHeaders"), ...texts("ExcludedCookies")].sort(),
  };
}

/** `CONTAINS_WORD` is contains-word. */
export function word(text: string): string {
  return text.toLowerCase().replace(/_/g, "-");
}

/** What something that cannot be read counts as. */
export function fallbackWord(text: string): string {
  return text === "EVALUATE_AS_STRING" ? "as-text" : word(text);
}

/** Before parsing and after it, each in their order. */
export function transforms(statement: Item): string[] {
  return ["PreParseTextTransformations", "TextTransformations"].flatMap((member) =>
    statement
      .list(member)
      .map((item) => ({ priority: item.int("Priority") ?? 0, type: word(item.text("Type") ?? "unknown") }))
      .sort((a, b) => a.priority - b.priority)
      .map(({ type }) => type)
      .filter((type) => type !== "none"),
  );
}
