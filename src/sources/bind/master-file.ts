import { isWithin } from "../../net/index.js";
import { generated, MOST_GENERATED } from "./generate.js";
import { type Entry, entriesOf, type Field } from "./master-lines.js";
import { nameOf } from "./names.js";
import { type Datum, datumOf } from "./record-data.js";

/** Records of one name and type. */
export interface RecordSet {
  readonly name: string;
  readonly type: string;
  readonly ttl: number | null;
  readonly data: readonly Datum[];
  readonly path: string;
  readonly line: number;
}

export interface MasterFile {
  readonly path: string;
  readonly text: string;
}

/** Opens a file that another one names; null where it is not there or lies outside. */
export type Open = (path: string) => MasterFile | null;

/** A line that could not be read, and why. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const DEEPEST_INCLUDE = 8;
const MOST_INCLUDES = 1000;
const MOST_RECORDS = 2_000_000;
const CLASS = /^(?:IN|CH|HS)$/i;
const TYPE = /^[A-Za-z][A-Za-z0-9-]*$/;

interface State {
  readonly zone: string;
  readonly open: Open;
  readonly sets: Map<string, { -readonly [K in keyof RecordSet]: RecordSet[K] } & { data: Datum[] }>;
  readonly problems: Problem[];
  /** Values that were told, each with its name and type: told twice they are one. */
  readonly seen: Set<string>;
  records: number;
  includes: number;
}

/** Where in a file a record stands, and what it takes from what stands before. */
interface Place {
  readonly file: MasterFile;
  readonly depth: number;
  origin: string;
  owner: string | null;
  ttl: number | null;
}

/** Reads a zone, RFC 1035 section 5 and RFC 2308 section 4. What cannot be read is told line by line. */
export function readMaster(
  file: MasterFile,
  { zone, open }: { zone: string; open: Open },
): { sets: RecordSet[]; problems: Problem[] } {
  const state: State = {
    zone,
    open,
    sets: new Map(),
    problems: [],
    seen: new Set(),
    records: 0,
    includes: 0,
  };
  readFile(state, { file, depth: 0, origin: zone, owner: null, ttl: null });
  return { sets: [...state.sets.values()], problems: state.problems };
}

function readFile(state: State, place: Place): void {
  for (const entry of entriesOf(place.file.text)) {
    if ("broken" in entry) {
      problem(state, place, { line: entry.broken, message: "the file cannot be read from here on" });
      return;
    }
    const [first] = entry.fields;
    if (!entry.blank && first !== undefined && !first.quoted && first.text.startsWith("$"))
      directive(state, place, entry);
    else record(state, place, entry);
    if (state.records > MOST_RECORDS) {
      problem(state, place, { line: entry.line, message: "the zone has too many records" });
      return;
    }
  }
}

function problem(state: State, { file }: Place, { line, message }: { line: number; message: string }): void {
  state.problems.push({ path: file.path, line, message });
}

function directive(state: State, place: Place, entry: Entry): void {
  const [name, first, ...rest] = entry.fields.map(({ text }) => text);
  const fail = (message: string) => problem(state, place, { line: entry.line, message });
  const word = name?.toUpperCase();
  if (first === undefined) {
    fail("a directive says nothing");
    return;
  }
  if (word === "$ORIGIN") {
    const origin = nameOf(first, place.origin);
    if (origin === null) fail("$ORIGIN is no name");
    else place.origin = origin;
  } else if (word === "$TTL") {
    const ttl = ttlOf(first);
    if (ttl === null) fail("$TTL is no time");
    else place.ttl = ttl;
  } else if (word === "$GENERATE") generate(state, place, entry);
  else if (word === "$INCLUDE") {
    state.includes++;
    const far = place.depth >= DEEPEST_INCLUDE || state.includes > MOST_INCLUDES;
    const file = far ? null : state.open(first);
    const origin = rest[0] === undefined ? place.origin : nameOf(rest[0], place.origin);
    if (file === null || origin === null) fail("the file of an $INCLUDE is not among those that were given");
    else readFile(state, { ...place, file, depth: place.depth + 1, origin });
  } else fail("the directive is not known");
}

function generate(state: State, place: Place, entry: Entry): void {
  const [, range, owner, ...rest] = entry.fields;
  const type = rest.findIndex(({ text }) => !CLASS.test(text) && ttlOf(text) === null);
  const value = rest.slice(type + 1);
  const made =
    range === undefined || owner === undefined || type < 0
      ? null
      : generated(range.text, owner.text, value.map(({ text }) => text).join(" "));
  if (made === null || state.records + made.length > MOST_RECORDS) {
    problem(state, place, {
      line: entry.line,
      message: `$GENERATE cannot be read, or makes more than ${MOST_GENERATED} records`,
    });
    return;
  }
  for (const one of made) {
    const fields = [
      { text: one.owner, quoted: false },
      ...rest.slice(0, type + 1),
      ...one.value.split(" ").map((text) => ({ text, quoted: false })),
    ];
    record(state, { ...place }, { ...entry, blank: false, fields });
  }
}

function record(state: State, place: Place, entry: Entry): void {
  const fields = [...entry.fields];
  const fail = (message: string) => problem(state, place, { line: entry.line, message });
  if (!entry.blank) {
    const owner = fields.shift();
    place.owner = owner === undefined ? null : nameOf(owner.text, place.origin);
  }
  const { owner } = place;
  if (owner === null) {
    fail("a record has no owner that could be read");
    return;
  }
  const { ttl, type } = headOf(fields);
  if (type === null) {
    fail("a record has no type");
    return;
  }
  // What a zone file says of other zones is not looked at, by BIND either.
  if (!isWithin(owner, state.zone)) return;
  const datum = datumOf(type, fields, place.origin);
  if (datum === null) {
    fail(`a value of type ${type} cannot be read`);
    return;
  }
  state.records++;
  const key = `${owner} ${type}`;
  const known = state.sets.get(key);
  const own = ttl ?? place.ttl ?? (type === "SOA" ? soaTtl(datum.value) : null);
  if (type === "SOA" && place.ttl === null && own !== null) place.ttl = own;
  if (known === undefined)
    state.sets.set(key, {
      ...{ name: owner, type, ttl: own, data: [datum], path: place.file.path, line: entry.line },
    });
  else if (!state.seen.has(`${key} ${datum.value}`)) known.data.push(datum);
  state.seen.add(`${key} ${datum.value}`);
}

/** Time to live and class come in any order before the type. */
function headOf(fields: Field[]): { ttl: number | null; type: string | null } {
  let ttl: number | null = null;
  for (let seen = 0; seen < 3; seen++) {
    const next = fields.shift();
    if (next === undefined || next.quoted) return { ttl, type: null };
    const time = ttlOf(next.text);
    if (time !== null) ttl = time;
    else if (!CLASS.test(next.text))
      return { ttl, type: TYPE.test(next.text) ? next.text.toUpperCase() : null };
  }
  return { ttl, type: null };
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds; BIND also writes 1h30m. */
function ttlOf(text: string): number | null {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (!/^(?:\d{1,10}[smhdw])+$/i.test(text)) return null;
  let sum = 0;
  for (const [, count = "0", unit = "s"] of text.toLowerCase().matchAll(/(\d+)([smhdw])/g))
    sum += Number(count) * (UNITS[unit] ?? 0);
  return sum;
}

/** Where nothing else is told, the last field of the SOA was the time to live before RFC 2308. */
function soaTtl(value: string): number | null {
  return ttlOf(value.split(" ")[6] ?? "");
}
