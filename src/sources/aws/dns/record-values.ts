import type { FactsByKind } from "../../../model/index.js";
import { formatAddress, parseAddress } from "../../../net/index.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";
import { parseName, parseStrings } from "./escapes.js";

type Facts = FactsByKind["record"];
type Values = Pick<Facts, "values" | "addresses" | "targets" | "texts" | "authorities" | "signers">;

/**
 * Where a value holds the name that it points to.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
 */
const POINTERS: ReadonlyMap<string, RegExp> = new Map([
  ["CNAME", /^(\S+)$/],
  ["NS", /^(\S+)$/],
  ["PTR", /^(\S+)$/],
  ["MX", /^\d+\s+(\S+)$/],
  ["SRV", /^\d+\s+\d+\s+\d+\s+(\S+)$/],
  // A target of `.` is the record's own name, RFC 9460 section 2.5; parameters follow.
  ["SVCB", /^\d+\s+(\S+)/],
  ["HTTPS", /^\d+\s+(\S+)/],
]);

/** The values of a record set, as they are written and as what they mean. What cannot be read is a gap. */
export function valuesOf(item: Item, type: string): Values {
  const values = item.list("ResourceRecords").flatMap((record) => record.text("Value") ?? []);
  const pointer = POINTERS.get(type);
  const each = <T>(read: (value: string) => T | null): T[] =>
    values.flatMap((value) => {
      const found = read(value.trim());
      if (found === null) item.gap("unparsed", `A value of type ${type} cannot be read: ${quoted(value)}`);
      return found === null ? [] : [found];
    });
  if (values.length === 0) return { values };
  if (pointer !== undefined) return { values, targets: each((value) => pointedTo(value, pointer)) };
  if (type === "A" || type === "AAAA") return { values, addresses: each((value) => addressOf(value, type)) };
  if (type === "TXT" || type === "SPF") return { values, texts: each(parseStrings) };
  if (type === "CAA") return { values, authorities: each(authorityOf) };
  return type === "DS" ? { values, signers: each(signerOf) } : { values };
}

function pointedTo(value: string, pointer: RegExp): string | null {
  const name = pointer.exec(value)?.[1];
  return name === undefined ? null : parseName(name);
}

function addressOf(value: string, type: "A" | "AAAA"): string | null {
  const address = parseAddress(value);
  const family = type === "A" ? "ipv4" : "ipv6";
  return address !== null && address.family === family ? formatAddress(address) : null;
}

/** RFC 8659 section 4.1.1: flags, tag, value in quotes. */
function authorityOf(value: string): NonNullable<Facts["authorities"]>[number] | null {
  const [, flags = "", tag = "", rest = ""] = /^(\d{1,3})\s+([A-Za-z0-9]+)\s+(\S.*)$/s.exec(value) ?? [];
  const said = parseStrings(rest);
  return tag === "" || said === null ? null : { flags: Number(flags), tag: tag.toLowerCase(), value: said };
}

/** RFC 4034 section 5.3: key tag, algorithm, digest type, digest in hexadecimal. */
function signerOf(value: string): NonNullable<Facts["signers"]>[number] | null {
  const match = /^(\d{1,5})\s+(\d{1,3})\s+(\d{1,3})\s+([0-9A-Fa-f\s]+)$/.exec(value);
  if (match === null) return null;
  const [keyTag = 0, algorithm = 0, digestType = 0] = match.slice(1, 4).map(Number);
  return { keyTag, algorithm, digestType, digest: (match[4] ?? "").replace(/\s+/g, "").toLowerCase() };
}
