import type { EstateNode, ResolutionOutcome } from "../../model/index.js";
import { isWithin } from "../../net/index.js";
import type { EstateNames } from "./estate-names.js";
import type { Asked, Inquiry } from "./inquiry.js";
import { answersOf } from "./zone-answers.js";
import type { ZoneBook } from "./zone-book.js";

type ZoneNode = EstateNode<"zone">;

/**
 * What the internet answers, as far as it is the estate's: from the highest zone of it downwards, as delegations
 * lead. What lies above is the registrar's.
 */
export function publicAnswers(inquiry: Inquiry, asked: Asked): ResolutionOutcome[] {
  const levels = inquiry.names.publicAbove(asked.name);
  inquiry.miss(hidingZones(inquiry.names));
  const top = levels.at(-1);
  if (top === undefined) {
    inquiry.step("public", `no zone of the estate holds ${asked.name}`);
    return [inquiry.ends("outside", `name servers of others answer ${asked.name}`)];
  }
  const zone = registered(inquiry, top);
  if (typeof zone !== "string") return [zone];
  return inZone(inquiry, zone, asked);
}

/** Zones that nobody saw may be those that answer. */
export function hidingZones(names: EstateNames): ReturnType<EstateNames["hiding"]> {
  return names.hiding("zone", undefined, "aws.hosted-zone");
}

/** Of zones of one name the one that the registrar names. */
function registered(inquiry: Inquiry, zones: readonly string[]): string | ResolutionOutcome {
  const { names } = inquiry;
  const name = (names.graph.node(zones[0] ?? "") as ZoneNode).is.name ?? "";
  const told = names.domain(name)?.is.nameServers;
  if (told !== undefined) {
    const chosen = zones.filter((id) => sharesServers(names, id, told));
    const [one] = chosen;
    if (one !== undefined) return one;
    inquiry.step("public", `the registrar names other servers for ${name}: ${told.join(", ")}`);
    return inquiry.ends("outside", `the registrar names other servers for ${name}`);
  }
  const [only, ...more] = zones;
  if (only === undefined || more.length > 0)
    return inquiry.ends("unknown", `several zones are called ${name}, and nobody tells which one is asked`);
  inquiry.assumes.add(`the internet is told of the name servers of ${inquiry.label(only)}`);
  return only;
}

export function sharesServers(names: EstateNames, zone: string, told: readonly string[]): boolean {
  const own = (names.graph.node(zone) as ZoneNode).is.nameServers ?? [];
  return own.some((server) => told.includes(server));
}

function inZone(inquiry: Inquiry, id: string, asked: Asked): ResolutionOutcome[] {
  const book = inquiry.names.book(id);
  if (book === null) return [inquiry.ends("unknown", `the zone ${inquiry.label(id)} could not be read`)];
  inquiry.step("public", `${book.zone.label} answers ${book.name}`, id);
  return answersOf(inquiry, {
    ...{ book, asked },
    again: (next) => inquiry.ask({ kind: "public" }, next),
    refer: ({ owner, records }) => {
      const told = records.flatMap(({ is }) => is.targets ?? []);
      inquiry.step("public", `${book.zone.label} hands ${owner} on to ${told.join(", ")}`, records[0]?.id);
      const below = inquiry.names.publicZones(owner).find((zone) => sharesServers(inquiry.names, zone, told));
      if (below !== undefined) return inZone(inquiry, below, asked);
      return [lame(inquiry, { book, owner, told })];
    },
  });
}

interface Handed {
  readonly book: ZoneBook;
  readonly owner: string;
  readonly told: readonly string[];
}

function lame(inquiry: Inquiry, { book, owner, told }: Handed): ReturnType<Inquiry["ends"]> {
  const { names } = inquiry;
  if (names.publicZones(owner).some((id) => (names.graph.node(id) as ZoneNode).is.nameServers === undefined))
    return inquiry.ends("unknown", `which servers answer ${owner} was not told`);
  if (told.every((server) => isProviders(server)) && hidingZones(names).length === 0)
    return inquiry.ends(
      "unanswered",
      `${book.zone.label} hands ${owner} on to servers that do not answer for it`,
    );
  return inquiry.ends("outside", `name servers of others answer ${owner}`);
}

/** Route 53 gives each zone four of its servers. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/route-53-concepts.html */
export function isProviders(server: string): boolean {
  return (
    /^ns-\d+\.awsdns-\d+\.(?:com|net|org|co\.uk|[a-z.]+)\.$/.test(server) || isWithin(server, "awsdns.com.")
  );
}
