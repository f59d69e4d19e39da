import type { Given, ResolutionOutcome } from "../../model/index.js";
import { isWithin } from "../../net/index.js";
import { type Choice, choicesOf } from "./choices.js";
import type { Asked, Inquiry } from "./inquiry.js";
import type { Owned, RecordNode, ZoneBook } from "./zone-book.js";

interface Reading {
  readonly book: ZoneBook;
  readonly asked: Asked;
  /** Asks for the name that a CNAME or DNAME leads to. */
  again(asked: Asked): ResolutionOutcome[];
  /** Goes on below a delegation. */
  refer(found: Owned): ResolutionOutcome[];
}

/** RFC 1035 section 2.3.4: octets of a name, of which each takes a character here, or four where it is escaped. */
const LONGEST = 254;

/** What the data of a zone answer, as far as names lead. */
export function answersOf(inquiry: Inquiry, reading: Reading): ResolutionOutcome[] {
  const { book, asked } = reading;
  const { zone } = book;
  inquiry.miss(inquiry.names.unread(zone));
  const found = book.find(asked.name, asked.type);
  if (!("records" in found)) {
    const says =
      found.kind === "nxdomain"
        ? `${zone.label} has no ${asked.name}`
        : `${zone.label} has no ${asked.type} of ${asked.name}`;
    inquiry.step(zone.id, says, zone.id);
    return [inquiry.ends(found.kind, says)];
  }
  if ("owner" in found)
    return found.kind === "referral" ? reading.refer(found) : moved(inquiry, reading, found);
  return choicesOf(inquiry, found.records, asked).flatMap((choice) => chosen(inquiry, reading, choice));
}

function chosen(inquiry: Inquiry, reading: Reading, { when, records }: Choice): ResolutionOutcome[] {
  const { asked, book } = reading;
  const conditioned = (outcomes: readonly ResolutionOutcome[]) =>
    outcomes.map((outcome) => ({ ...outcome, when: [...when, ...outcome.when] }));
  const [first] = records;
  if (first === undefined)
    return conditioned([inquiry.ends("nodata", `no record of ${asked.name} is for whoever asks so`)]);
  if (records.some(({ is }) => is.trafficPolicy !== undefined)) {
    inquiry.miss([inquiry.names.untold(first, "a traffic policy decides what it answers")]);
    return conditioned([inquiry.ends("unknown", `a traffic policy decides what ${asked.name} answers`)]);
  }
  const given = records.map((record) => givenBy(record, asked.name));
  inquiry.step(book.zone.id, `${book.zone.label} answers ${told(given)}`, first.id);
  if (first.is.alias !== undefined) return conditioned(aliased(inquiry, reading, first));
  const { recordType } = first.is;
  if (recordType !== "CNAME" || asked.type === "CNAME" || asked.type === "ANY")
    return conditioned([inquiry.ends("answered", `${book.zone.label} answers`, given)]);
  const [target] = first.is.targets ?? [];
  if (target === undefined) {
    inquiry.miss([inquiry.names.untold(first, "where it leads cannot be read")]);
    return conditioned([inquiry.ends("unknown", `where ${first.label} leads cannot be read`, given)]);
  }
  return conditioned(led(given, reading.again({ name: target, type: asked.type })));
}

function led(given: readonly Given[], rest: readonly ResolutionOutcome[]): ResolutionOutcome[] {
  return rest.map((outcome) => ({ ...outcome, given: [...given, ...outcome.given] }));
}

/**
 * An alias answers with the records of its target under its own name, and nobody sees the target's.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
function aliased(inquiry: Inquiry, { book, asked }: Reading, record: RecordNode): ResolutionOutcome[] {
  const { alias, recordType = asked.type } = record.is;
  if (alias === undefined) return [];
  const own = `/${alias.zone}`;
  if (!book.zone.id.endsWith(own) && book.zone.id !== alias.zone && !book.zone.aliases.includes(alias.zone)) {
    const given = { ...givenBy(record, asked.name), values: [alias.name], ttl: null };
    inquiry.step(book.zone.id, `the provider answers with the addresses of ${alias.name}`, record.id);
    return [inquiry.ends("answered", `the provider answers with the addresses of ${alias.name}`, [given])];
  }
  const key = `alias ${book.zone.id} ${alias.name} ${recordType}`;
  if (inquiry.busy.has(key)) return [inquiry.ends("loop", `${record.label} leads back to itself`)];
  inquiry.busy.add(key);
  try {
    const target: Asked = { name: alias.name, type: recordType };
    const found = answersOf(inquiry, {
      ...{ book, asked: target },
      // Within its zone an alias leads to records of its own type alone.
      again: () => [inquiry.ends("nodata", `${alias.name} is a name of another`)],
      refer: () => [inquiry.ends("unknown", `${alias.name} is handed on to other servers`)],
    });
    return found.map((outcome) => ({
      ...outcome,
      status: outcome.status === "nxdomain" ? "nodata" : outcome.status,
      given: outcome.given.map((each) => ({ ...each, name: asked.name })),
    }));
  } finally {
    inquiry.busy.delete(key);
  }
}

/** RFC 6672 section 2.2: what lies below the owner lies below the target. */
function moved(inquiry: Inquiry, { asked, again, book }: Reading, found: Owned): ResolutionOutcome[] {
  const [record] = found.records;
  if (record === undefined) return [];
  const target = record.is.targets?.[0] ?? inquiry.names.absolute(record.is.values?.[0] ?? "");
  const below = asked.name.slice(0, asked.name.length - found.owner.length);
  const name = target === "." ? below : `${below}${target}`;
  const given: Given[] = [
    { ...givenBy(record, found.owner) },
    { name: asked.name, type: "CNAME", ttl: record.is.ttl ?? null, values: [name], record: record.id },
  ];
  inquiry.step(book.zone.id, `${book.zone.label} answers ${told(given)}`, record.id);
  if (name.length > LONGEST || !isWithin(name, target))
    return [inquiry.ends("unanswered", `${name} is too long for a name`, given)];
  if (asked.type === "CNAME") return [inquiry.ends("answered", `${book.zone.label} answers`, given)];
  return led(given, again({ name, type: asked.type }));
}

function givenBy(record: RecordNode, name: string): Given {
  const { recordType = "", ttl = null, values = [], addresses, targets } = record.is;
  const single = recordType === "CNAME" || recordType === "NS" || recordType === "PTR";
  return {
    ...{ name, type: recordType, ttl },
    values: [...(addresses ?? (single ? targets : undefined) ?? values)].sort(),
    record: record.id,
  };
}

function told(given: readonly Given[]): string {
  return given.map(({ name, type, values }) => `${name} ${type} ${values.join(", ")}`.trim()).join("; ");
}
