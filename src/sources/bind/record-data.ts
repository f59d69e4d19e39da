import type { FactsByKind } from "../../model/index.js";
import { formatAddress, formatOctets, parseAddress } from "../../net/index.js";
import type { Field } from "./master-lines.js";
import { nameOf, plainText } from "./names.js";

type Facts = FactsByKind["record"];

/** One value as it is compared, and what it means. */
export interface Datum {
  readonly value: string;
  readonly address?: string;
  readonly target?: string;
  readonly text?: string;
  readonly authority?: NonNullable<Facts["authorities"]>[number];
  readonly signer?: NonNullable<Facts["signers"]>[number];
}

/** Which fields of a value are names; what does not stand here has none that anything asks about. */
const NAMES: Readonly<Record<string, readonly number[]>> = {
  ...{
    CNAME: [0],
    NS: [0],
    PTR: [0],
    DNAME: [0],
    MX: [1],
    SRV: [3],
    SVCB: [1],
    HTTPS: [1],
    AFSDB: [1],
    KX: [1],
  },
  ...{ SOA: [0, 1], RP: [0, 1], NAPTR: [5] },
};

const TARGET: Readonly<Record<string, number>> = {
  ...{ CNAME: 0, NS: 0, PTR: 0, DNAME: 0, MX: 1, SRV: 3, SVCB: 1, HTTPS: 1 },
};

/** Reads the fields of one value. @returns null where they are no value of the type */
export function datumOf(type: string, fields: readonly Field[], origin: string): Datum | null {
  if (type === "A" || type === "AAAA") return addressOf(type, fields);
  if (type === "TXT" || type === "SPF") return textOf(fields);
  if (type === "CAA") return authorityOf(fields);
  const places = NAMES[type] ?? [];
  const words = fields.map(({ text }, index) => (places.includes(index) ? nameOf(text, origin) : text));
  if (words.length === 0 || words.includes(null)) return null;
  const value = words.join(" ");
  const target = TARGET[type] === undefined ? undefined : words[TARGET[type]];
  if (TARGET[type] !== undefined && (target === undefined || target === null)) return null;
  if (type === "DS") {
    const signer = signerOf(value);
    return signer === null ? null : { value, signer };
  }
  return target === undefined || target === null ? { value } : { value, target };
}

function addressOf(type: string, [field, ...more]: readonly Field[]): Datum | null {
  const address = field === undefined || more.length > 0 ? null : parseAddress(field.text);
  if (address === null || address.family !== (type === "A" ? "ipv4" : "ipv6")) return null;
  const plain = formatAddress(address);
  return { value: plain, address: plain };
}

/** RFC 1035 section 3.3.14: strings of up to 255 octets, which belong together. */
function textOf(fields: readonly Field[]): Datum | null {
  const strings = fields.map(({ text }) => plainText(text));
  if (strings.length === 0) return null;
  const octets = strings.flatMap((string) => string ?? []);
  if (strings.some((string) => string === null || string.length > 255)) return null;
  const value = fields.map(({ text }) => `"${text}"`).join(" ");
  return { value, text: formatOctets(octets) };
}

function authorityOf(fields: readonly Field[]): Datum | null {
  const [flags, tag, said] = fields.map(({ text }) => text);
  const octets = said === undefined ? null : plainText(said);
  if (flags === undefined || tag === undefined || octets === null || !/^\d{1,3}$/.test(flags)) return null;
  const authority = { flags: Number(flags), tag: tag.toLowerCase(), value: formatOctets(octets) };
  return { value: `${flags} ${tag} "${said}"`, authority };
}

function signerOf(value: string): NonNullable<Datum["signer"]> | null {
  const match = /^(\d{1,5}) (\d{1,3}) (\d{1,3}) ([0-9A-Fa-f ]+)$/.exec(value);
  if (match === null) return null;
  const [keyTag = 0, algorithm = 0, digestType = 0] = match.slice(1, 4).map(Number);
  return { keyTag, algorithm, digestType, digest: (match[4] ?? "").replace(/ /g, "").toLowerCase() };
}
