import { type ParseError, parse } from "jsonc-parser";
import { type Gap, gapOf, isObject, type Json, type JsonObject, type Provenance } from "../../model/index.js";
import { itemPlaces } from "./item-places.js";
import { hidden, type NftPlace } from "./place.js";

/** One object of the listing, with where it stands. */
export interface Item {
  readonly body: JsonObject;
  readonly at: Provenance;
}

/** A listing sorted by what its objects are; see libnftables-json(5). */
export interface Listing {
  readonly chains: readonly Item[];
  readonly rules: readonly Item[];
  /** Sets and maps by `family/table/name`. */
  readonly sets: ReadonlyMap<string, JsonObject>;
  /** Tables, by `family/name`, whose chains are switched off (nft(8), table flags). */
  readonly dormant: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
  /** The text could be read as a listing at all. */
  readonly readable: boolean;
}

/** Objects that judge no packet by themselves: only rules that name them do. */
const SILENT = new Set([
  "metainfo",
  "flowtable",
  "counter",
  "quota",
  "limit",
  "secmark",
  "synproxy",
  "tunnel",
  "ct helper",
  "ct timeout",
  "ct expectation",
]);
const MAX_DEPTH = 200;
const NEXT = "write it with `nft -j list ruleset`";

/** Reads the text of `nft -j list ruleset`. Total: what cannot be read becomes a gap. */
export function readListing(text: string, place: NftPlace): Listing {
  const { places, deepest } = itemPlaces(text, 2);
  if (deepest > MAX_DEPTH) return unreadable("it nests too deeply", 1, place);
  const items = itemsOf(text);
  if (typeof items === "string") return unreadable(items, errorLine(text), place);
  const chains: Item[] = [];
  const rules: Item[] = [];
  const sets = new Map<string, JsonObject>();
  const dormant = new Set<string>();
  const gaps: Gap[] = [];
  for (const [index, item] of items.entries()) {
    const at: Provenance = {
      source: "nftables",
      uri: place.path,
      ...(places.length === items.length ? places[index] : {}),
      pointer: `/nftables/${index}`,
    };
    const [kind, body] = isObject(item) ? (Object.entries(item)[0] ?? []) : [];
    if (kind === undefined || !isObject(body)) {
      gaps.push(
        gapOf({
          reason: "unparsed",
          message: "An object of the listing has no body",
          at,
          touches: hidden(place),
        }),
      );
    } else if (kind === "chain") chains.push({ body, at });
    else if (kind === "rule") rules.push({ body, at });
    else if (kind === "table") {
      const flags = flagsOf(body);
      if (flags === null) {
        const message = `The flags of table ${JSON.stringify(`${body["name"]}`.slice(0, 40))} are not known`;
        gaps.push(gapOf({ reason: "unrecognized", message, at, touches: hidden(place) }));
      } else if (flags.includes("dormant")) dormant.add(`${body["family"]}/${body["name"]}`);
    } else if (kind === "set" || kind === "map" || kind === "meter")
      sets.set(setKey(body, `${body["name"]}`), body);
    else if (!SILENT.has(kind)) {
      const message = `nftables object ${JSON.stringify(kind.slice(0, 40))} is not known`;
      gaps.push(gapOf({ reason: "unrecognized", message, at, touches: hidden(place) }));
    }
  }
  return { chains, rules, sets, dormant, gaps, readable: true };
}

const TABLE_FLAGS = ["dormant", "owner", "persist"];

/** The flags of a table, as one word or a list; null where one is not known. */
function flagsOf({ flags = [] }: JsonObject): readonly Json[] | null {
  const all = Array.isArray(flags) ? flags : [flags];
  return all.every((flag) => typeof flag === "string" && TABLE_FLAGS.includes(flag)) ? all : null;
}

/** The key under which a rule or chain finds the set or map of a name: those of its own table. */
export function setKey(owner: JsonObject, name: string): string {
  return `${owner["family"]}/${owner["table"]}/${name}`;
}

function itemsOf(text: string): readonly Json[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return "it is not JSON";
  }
  const items = isObject(value) ? value["nftables"] : undefined;
  return Array.isArray(items) ? items : 'it has no "nftables" array';
}

/** The line on which the text stops being JSON; V8's own messages differ from version to version. */
function errorLine(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  return text.slice(0, errors[0]?.offset ?? 0).split("\n").length;
}

function unreadable(why: string, line: number, place: NftPlace): Listing {
  const at: Provenance = { source: "nftables", uri: place.path, line };
  const message = `The listing cannot be read (${why}); ${NEXT}`;
  return {
    chains: [],
    rules: [],
    sets: new Map(),
    dormant: new Set(),
    gaps: [gapOf({ reason: "unparsed", message, at, touches: hidden(place) })],
    readable: false,
  };
}
