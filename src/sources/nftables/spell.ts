import { canonicalJson, isObject, type Json } from "../../model/index.js";

const LONGEST = 120;

/** A match as an nft user would write it, shortened; only for people to read. */
export function spellMatch(match: Json): string {
  if (!isObject(match)) return clean(canonicalJson(match));
  const op = match["op"] === "==" || match["op"] === "in" ? "" : `${match["op"]} `;
  return clean(`${spell(match["left"] ?? null)} ${op}${spell(match["right"] ?? null)}`);
}

/** A rule's expressions as an nft user would write them. */
export function spellRule(expressions: readonly Json[]): string {
  return clean(expressions.map(spellStatement).filter(Boolean).join(" "));
}

function spellStatement(statement: Json): string {
  if (!isObject(statement)) return "";
  const [key, body] = Object.entries(statement)[0] ?? [""];
  if (key === "match") return spellMatch(body ?? null);
  if (key === "counter" || key === "log") return "";
  if (key === "vmap" && isObject(body))
    return `${spell(body["key"] ?? null)} vmap ${spell(body["data"] ?? null)}`;
  const target = isObject(body) ? body["target"] : undefined;
  return typeof target === "string" ? `${key} ${target}` : key;
}

function spell(value: Json): string {
  if (Array.isArray(value)) return value.map(spell).join(",");
  if (!isObject(value)) return `${value}`;
  const [key, body] = Object.entries(value)[0] ?? ["", null];
  if (key === "set" && Array.isArray(body)) return `{ ${body.map(spellMember).join(", ")} }`;
  if (key === "range" && Array.isArray(body)) return body.map(spell).join("-");
  if (key === "concat" && Array.isArray(body)) return body.map(spell).join(" . ");
  if ((key === "&" || key === "|") && Array.isArray(body)) return `(${body.map(bits).join(` ${key} `)})`;
  if (!isObject(body)) return canonicalJson(value);
  if (key === "prefix") return `${body["addr"]}/${body["len"]}`;
  if (key === "payload" && body["protocol"] !== undefined) return `${body["protocol"]} ${body["field"]}`;
  if (key === "meta") return /^[io]if/.test(`${body["key"]}`) ? `${body["key"]}` : `meta ${body["key"]}`;
  if (key === "ct") return `ct ${body["key"]}`;
  if (key === "elem") return spell(body["val"] ?? null);
  return canonicalJson(value);
}

function bits(value: Json): string {
  return Array.isArray(value) ? `(${value.map(spell).join(" | ")})` : spell(value);
}

function spellMember(member: Json): string {
  const [key, verdict] = Array.isArray(member) ? member : [];
  if (key === undefined || !isObject(verdict)) return spell(member);
  return `${spell(key)} : ${spellStatement(verdict)}`;
}

/** Without control characters, which a terminal or a reader could be misled by, and of bounded length. */
export function clean(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).replace(/\p{Cs}/gu, "")}…` : plain;
}
