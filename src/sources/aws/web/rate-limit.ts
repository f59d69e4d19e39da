import type { WebStatement } from "../../../model/index.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";
import { word } from "./request-part.js";

/** What requests may be counted by, together. */
const KEYS = new Map([
  ["Header", "header"],
  ["Cookie", "cookie"],
  ["QueryArgument", "query-argument"],
  ["QueryString", "query"],
  ["HTTPMethod", "method"],
  ["ForwardedIP", "forwarded-ip"],
  ["IP", "ip"],
  ["LabelNamespace", "label"],
  ["UriPath", "path"],
  ["JA3Fingerprint", "ja3"],
  ["JA4Fingerprint", "ja4"],
  ["ASN", "as-number"],
]);

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html */
export function rateLimit(statement: Item): Omit<WebStatement, "type"> {
  const aggregate = statement.text("AggregateKeyType") ?? "unknown";
  return {
    limit: statement.int("Limit"),
    // Five minutes where nothing is said.
    window: statement.int("EvaluationWindowSec") ?? 300,
    aggregate: aggregate === "CUSTOM_KEYS" ? "keys" : word(aggregate),
    keys: statement.list("CustomKeys").map(keyOf),
  };
}

function keyOf(item: Item): { key: string; name: string | null } {
  const [only = ""] = Object.keys(item.json);
  const key = KEYS.get(only);
  const inner = item.child(only);
  if (key !== undefined && inner !== null)
    return { key, name: inner.text("Name") ?? inner.text("Namespace") };
  item.gap("unmodelled", `What a rate limit counts by is not known here: ${quoted(only)}`);
  return { key: "unknown", name: null };
}
