import type { WebStatement } from "../../../model/index.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";
import { overridesOf } from "./action.js";
import { managedSettings } from "./managed-settings.js";
import { rateLimit } from "./rate-limit.js";
import { fallbackWord, requestPart, transforms, word } from "./request-part.js";
import { searchText } from "./search-text.js";

type Reader = (statement: Item) => Omit<WebStatement, "type">;

const looked = (statement: Item) => ({
  field: requestPart(statement.child("FieldToMatch")),
  transforms: transforms(statement),
});

/** Statements by their members. https://docs.aws.amazon.com/waf/latest/APIReference/API_Statement.html */
const READERS: ReadonlyMap<string, readonly [type: string, read: Reader]> = new Map([
  ["ByteMatchStatement", ["text", byteMatch]],
  ["RegexMatchStatement", ["pattern", (one) => ({ pattern: one.text("RegexString"), ...looked(one) })]],
  ["RegexPatternSetReferenceStatement", ["pattern-set", (one) => ({ set: referenced(one), ...looked(one) })]],
  ["SizeConstraintStatement", ["size", size]],
  [
    "SqliMatchStatement",
    [
      "sql-injection",
      (one) => ({ sensitivity: word(one.text("SensitivityLevel") ?? "LOW"), ...looked(one) }),
    ],
  ],
  ["XssMatchStatement", ["script-injection", looked]],
  [
    "GeoMatchStatement",
    ["country", (one) => ({ countries: one.texts("CountryCodes").sort(), ...from(one) })],
  ],
  ["AsnMatchStatement", ["as-number", (one) => ({ asNumbers: numbers(one, "AsnList"), ...from(one) })]],
  [
    "IPSetReferenceStatement",
    ["address-set", (one) => ({ set: referenced(one), ...from(one, "IPSetForwardedIPConfig") })],
  ],
  ["LabelMatchStatement", ["label", label]],
  ["RateBasedStatement", ["rate-limit", (one) => ({ ...rateLimit(one), ...from(one), ...scopeDown(one) })]],
  ["ManagedRuleGroupStatement", ["managed-group", managedGroup]],
  [
    "RuleGroupReferenceStatement",
    ["rule-group", (one) => ({ group: referenced(one), overrides: overridesOf(one) })],
  ],
  ["AndStatement", ["and", (one) => ({ of: one.list("Statements").map(statementOf) })]],
  ["OrStatement", ["or", (one) => ({ of: one.list("Statements").map(statementOf) })]],
  [
    "NotStatement",
    ["not", (one) => ({ of: [statementOf(one.child("Statement") ?? one.inside("Statement"))] })],
  ],
]);

/** What a statement says, as a tree; unknown, with a gap, where it is none that is known. */
export function statementOf(statement: Item): WebStatement {
  const told = Object.keys(statement.json).filter((member) => statement.json[member] !== null);
  const [only = ""] = told;
  const found = READERS.get(only);
  const inner = found === undefined || told.length > 1 ? null : statement.child(only);
  if (found !== undefined && inner !== null) return { type: found[0], ...found[1](inner) };
  const names = quoted(told.sort().join(", "));
  statement.gap("unmodelled", `A statement of a web rule is not known here: ${names}`);
  return { type: "unknown" };
}

function byteMatch(one: Item): Omit<WebStatement, "type"> {
  const position = word(one.text("PositionalConstraint") ?? "unknown");
  return { text: searchText(one), position, ...looked(one) };
}

function size(one: Item): Omit<WebStatement, "type"> {
  const comparison = (one.text("ComparisonOperator") ?? "unknown").toLowerCase();
  return { comparison, bytes: one.int("Size"), ...looked(one) };
}

function label(one: Item): Omit<WebStatement, "type"> {
  return { label: one.text("Key") ?? "", namespace: one.text("Scope") === "NAMESPACE" };
}

function managedGroup(one: Item): Omit<WebStatement, "type"> {
  return {
    vendor: one.text("VendorName") ?? "",
    name: one.text("Name") ?? "",
    version: one.text("Version"),
    overrides: overridesOf(one),
    settings: managedSettings(one),
    ...scopeDown(one),
  };
}

function scopeDown(one: Item): { scopeDown: WebStatement | null } {
  const inner = one.child("ScopeDownStatement");
  return { scopeDown: inner === null ? null : statementOf(inner) };
}

/** The header that names the address a request came from. */
function from(one: Item, member = "ForwardedIPConfig"): Pick<WebStatement, "forwarded"> {
  const config = one.child(member);
  if (config === null) return { forwarded: null };
  const [fallback, position] = [config.text("FallbackBehavior"), config.text("Position")];
  return {
    forwarded: {
      header: (config.text("HeaderName") ?? "").toLowerCase(),
      fallback: fallback === null ? null : fallbackWord(fallback),
      ...(position === null ? {} : { position: word(position) }),
    },
  };
}

function referenced(one: Item): string {
  const arn = one.text("ARN");
  if (arn === null) one.gap("unparsed", "A web rule refers to something without its ARN");
  return arn ?? "";
}

function numbers(one: Item, member: string): number[] {
  const list = one.json[member];
  const whole = Array.isArray(list) ? list.filter((value) => Number.isSafeInteger(value)) : [];
  if (!Array.isArray(list) || whole.length !== list.length)
    one.gap("unparsed", `${member} of a web rule is not a list of numbers`);
  return (whole as number[]).sort((a, b) => a - b);
}
