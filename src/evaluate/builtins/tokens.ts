import { PolicyStopped } from "../policy-stopped.js";
import { type HostBuiltin, overTexts, whole } from "./arguments.js";
import { fromBase64Url, textOf } from "./codes.js";

/** JSON web tokens (RFC 7519), read and not verified, and UUIDs (RFC 9562). */
export const TOKENS: readonly (readonly [string, HostBuiltin])[] = [
  ["io.jwt.decode", overTexts((token = "") => decoded(token))],
  ["uuid.parse", overTexts((text = "") => uuid(text))],
];

function decoded(token: string): unknown {
  const [head = "", body = "", signature = "", ...more] = token.split(".");
  if (token.split(".").length < 3 || more.length > 0) return undefined;
  const header = objectIn(fromBase64Url(head));
  const payload = fromBase64Url(body);
  // "enc" is the mark of an encrypted token (RFC 7516, section 9).
  if (header === undefined || "enc" in header || payload === undefined) return undefined;
  const type = header["cty"];
  if (type !== undefined && typeof type !== "string") throw new PolicyStopped("cty of a token is no text");
  if (type === "JWT") return decoded(textOf(payload).replace(/^["']+|["']+$/g, ""));
  const claims = objectIn(payload);
  const signed = fromBase64Url(signature);
  return claims && signed && [header, claims, signed.toString("hex")];
}

function objectIn(bytes: Buffer | undefined): Record<string, unknown> | undefined {
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? whole(value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** 15 October 1582, from which UUIDs count, to 1970, in units of 100 ns. */
const GREGORIAN = 0x01b21dd213814000n;
const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;
const DOMAINS = ["Person", "Group", "Org"];

/** Version and variant, and what a time-based one says; `time` is nanoseconds as decimal text. */
function uuid(text: string): Record<string, unknown> | undefined {
  // As OPA's library: whatever stands around 36 characters in a text of 38 is not looked at.
  const inner = text.length === 38 ? text.slice(1, 37) : text;
  const hex = /^[0-9a-f]{32}$/i.test(inner) ? inner : UUID.exec(inner)?.[1]?.replaceAll("-", "");
  if (hex === undefined || (text.length === 38 && inner.length !== 36)) return undefined;
  const bytes = Buffer.from(hex, "hex");
  const version = (bytes[6] ?? 0) >> 4;
  const known = { version, variant: variant(bytes[8] ?? 0) };
  if (version !== 1 && version !== 2) return known;
  const node = [...bytes.subarray(10)].map((byte) => byte.toString(16).padStart(2, "0")).join("-");
  const ticks =
    (BigInt(bytes.readUInt16BE(6) & 0xfff) << 48n) |
    (BigInt(bytes.readUInt16BE(4)) << 32n) |
    BigInt(bytes.readUInt32BE(0));
  const first = bytes[10] ?? 0;
  return {
    ...known,
    time: String((ticks - GREGORIAN) * 100n),
    nodeid: node,
    macvariables: `${first & 2 ? "local" : "global"}:${first & 1 ? "multicast" : "unicast"}`,
    clocksequence: bytes.readUInt16BE(8) & 0x3fff,
    ...(version === 2 ? { id: bytes.readUInt32BE(0), domain: domain(bytes[9] ?? 0) } : {}),
  };
}

const domain = (byte: number) => DOMAINS[byte] ?? `Domain${byte}`;

function variant(byte: number): string {
  if ((byte & 0xc0) === 0x80) return "RFC4122";
  if ((byte & 0xe0) === 0xc0) return "Microsoft";
  return (byte & 0xe0) === 0xe0 ? "Future" : "Reserved";
}
