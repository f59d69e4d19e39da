import { createHash, createHmac } from "node:crypto";
import { PolicyStopped } from "../policy-stopped.js";
import { type HostBuiltin, isText, overTexts } from "./arguments.js";

const digest = (algorithm: string) =>
  overTexts((text = "") => createHash(algorithm).update(text, "utf8").digest("hex"));
const hmac = (algorithm: string) =>
  overTexts((text = "", key = "") => createHmac(algorithm, key).update(text, "utf8").digest("hex"));

/** Encodings and digests over the UTF-8 of a text. */
export const CODES: readonly (readonly [string, HostBuiltin])[] = [
  ["base64url.encode_no_pad", overTexts((text = "") => Buffer.from(text).toString("base64url"))],
  ["crypto.hmac.equal", overTexts((one, other) => one === other)],
  ["crypto.hmac.md5", hmac("md5")],
  ["crypto.hmac.sha1", hmac("sha1")],
  ["crypto.hmac.sha256", hmac("sha256")],
  ["crypto.hmac.sha512", hmac("sha512")],
  ["crypto.md5", digest("md5")],
  ["crypto.sha1", digest("sha1")],
  ["crypto.sha256", digest("sha256")],
  ["hex.decode", overTexts((code = "") => unhexed(code))],
  ["hex.encode", overTexts((text = "") => Buffer.from(text).toString("hex"))],
  ["urlquery.decode", overTexts((text = "") => unescaped(text))],
  ["urlquery.decode_object", overTexts((query = "") => pairs(query))],
  ["urlquery.encode", overTexts((text = "") => escaped(text))],
  ["urlquery.encode_object", (values) => query(values)],
];

/** Bytes as text. Those that are no UTF-8 have no text here, though Go carries them on: the policy is stopped. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PolicyStopped("decoded bytes are no UTF-8, so they cannot be handed on as text");
  }
}

/** Base64url with or without padding, as the built-in `base64url.decode`; undefined where it is none. */
export function fromBase64Url(code: string): Buffer | undefined {
  const clean = code.replace(/[\r\n]/g, "");
  const padded = clean.endsWith("=") ? clean : clean.padEnd(Math.ceil(clean.length / 4) * 4, "=");
  const good = /^(?:[\w-]{4})*(?:[\w-]{2}==|[\w-]{3}=)?$/.test(padded);
  return good ? Buffer.from(padded, "base64url") : undefined;
}

function unhexed(code: string): string | undefined {
  return /^(?:[0-9a-f]{2})*$/i.test(code) ? textOf(Buffer.from(code, "hex")) : undefined;
}

/** Go's url.QueryEscape: letters, digits and -_.~ stay, a space becomes a plus. */
function escaped(text: string): string {
  const harder = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, harder)
    .replaceAll("%20", "+");
}

function unescaped(text: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  const bytes = Buffer.from(text.replaceAll("+", " "));
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const isEscape = bytes[at] === 0x25;
    out.push(isEscape ? Number.parseInt(bytes.toString("latin1", at + 1, at + 3), 16) : (bytes[at] ?? 0));
    if (isEscape) at += 2;
  }
  return textOf(Buffer.from(out));
}

/** Go's url.ParseQuery: a semicolon, or an escape that is none, makes the whole query bad. */
function pairs(query: string): Record<string, string[]> | undefined {
  const found = new Map<string, string[]>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const cut = pair.indexOf("=");
    const name = unescaped(cut < 0 ? pair : pair.slice(0, cut));
    const value = unescaped(cut < 0 ? "" : pair.slice(cut + 1));
    if (pair.includes(";") || name === undefined || value === undefined) return undefined;
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return Object.fromEntries(found);
}

function query(values: unknown): string | undefined {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return undefined;
  const parts: string[] = [];
  for (const [name, value] of Object.entries(values).sort(([a], [b]) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  )) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!list.every(isText)) return undefined;
    for (const each of list) parts.push(`${escaped(name)}=${escaped(each)}`);
  }
  return parts.join("&");
}
