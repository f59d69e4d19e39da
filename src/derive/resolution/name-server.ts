import type { EstateNode, Gap, ResolutionOutcome } from "../../model/index.js";
import { isWithin, parseAddress, parseCidr } from "../../net/index.js";
import { idsOf } from "./candidates.js";
import { askedOf, type Target } from "./forward.js";
import type { Asked, Inquiry, Server } from "./inquiry.js";
import { answersOf } from "./zone-answers.js";
import type { Owned, ZoneBook } from "./zone-book.js";

type NameServer = EstateNode<"name-server">;
type Rule = EstateNode<"resolver-rule">;

/**
 * What a name server of a data centre answers: its own zones first, the longest name of them; what they hand on and
 * what lies in none of them goes to forwarders, the longest domain of them, or to the internet.
 * https://bind9.readthedocs.io/en/v9.18.32/reference.html#namedconf-statement-forward
 */
export function serverAnswers(
  inquiry: Inquiry,
  server: Extract<Server, { kind: "name-server" }>,
  asked: Asked,
): ResolutionOutcome[] {
  const view = viewFor(inquiry, server);
  if (view === undefined)
    return [inquiry.ends("unknown", "which view of the name server answers is not known")];
  if (view === null)
    return [inquiry.ends("refused", `${inquiry.label(server.host)} has no view for who asks`)];
  inquiry.miss(gapsOf(inquiry, view));
  const { zones, rules } = heldBy(inquiry, view.id);
  const book = longest(zones, asked.name);
  const again = (next: Asked) => inquiry.ask(server, next);
  const beyond = (found?: Owned) => onwards(inquiry, { view, rules, asked, found });
  if (book === undefined) return beyond();
  inquiry.step(view.id, `${view.label} holds ${book.name}`, book.zone.id);
  return answersOf(inquiry, {
    ...{ book, asked },
    // Without recursion a server gives what this zone has, and leaves the rest to who asks, be it its own.
    again: (next) =>
      view.is.recursion === false && longest(zones, next.name) !== book
        ? [inquiry.ends("outside", `${view.label} asks nobody about ${next.name}`)]
        : again(next),
    refer: (found) =>
      view.is.recursion === false
        ? [inquiry.ends("outside", `${view.label} hands ${found.owner} on to other servers`)]
        : beyond(found),
  });
}

interface Onwards {
  readonly view: NameServer;
  readonly rules: readonly Rule[];
  readonly asked: Asked;
  readonly found: Owned | undefined;
}

function onwards(inquiry: Inquiry, { view, rules, asked, found }: Onwards): ResolutionOutcome[] {
  if (view.is.recursion === false) {
    inquiry.step(view.id, `${view.label} does not hold ${asked.name}, and asks nobody`);
    return [inquiry.ends("refused", `${view.label} does not answer for ${asked.name}`)];
  }
  const rule = rules
    .filter(({ is }) => isWithin(asked.name, is.domain ?? "."))
    .sort((a, b) => (b.is.domain ?? ".").length - (a.is.domain ?? ".").length || (a.id < b.id ? -1 : 1))[0];
  if (rule !== undefined && (rule.is.targets ?? []).length > 0) {
    inquiry.step(view.id, `${view.label} forwards ${rule.is.domain} to others`, rule.id);
    return forwardedBy(inquiry, view, { rule, asked });
  }
  if (found?.kind === "referral") return handedOn(inquiry, view, { found, asked });
  inquiry.step(view.id, `${view.label} asks the internet`);
  return inquiry.ask({ kind: "public" }, asked);
}

function forwardedBy(
  inquiry: Inquiry,
  view: NameServer,
  { rule, asked }: { rule: Rule; asked: Asked },
): ResolutionOutcome[] {
  const from = addressesOf(inquiry, view);
  const outcomes = askedOf(inquiry, { targets: rule.is.targets ?? [], from, by: rule.id }, asked);
  if (rule.is.fallsBack !== true || !outcomes.every(({ status }) => status === "unanswered")) return outcomes;
  inquiry.step(view.id, "nobody of those answers: the internet is asked", rule.id);
  return inquiry.ask({ kind: "public" }, asked);
}

/** Servers of a delegation, by the addresses that the zone has of them. */
function handedOn(
  inquiry: Inquiry,
  view: NameServer,
  { found, asked }: { found: Owned; asked: Asked },
): ResolutionOutcome[] {
  const told = found.records.flatMap(({ is }) => is.targets ?? []);
  const [record] = found.records;
  inquiry.step(view.id, `${found.owner} is handed on to ${told.join(", ")}`, record?.id);
  const { zones } = heldBy(inquiry, view.id);
  const targets = told.flatMap((name): Target[] => {
    const glue = zones.flatMap((book) => (isWithin(name, book.name) ? book.at(name) : []));
    return glue.flatMap(({ is }) => (is.addresses ?? []).map((address) => ({ address, port: 53 })));
  });
  if (targets.length === 0) return [inquiry.ends("unknown", `where ${told.join(", ")} answer is not known`)];
  return askedOf(inquiry, { targets, from: addressesOf(inquiry, view), by: view.id }, asked);
}

/** Addresses that a server asks from. */
export function addressesOf({ names }: Pick<Inquiry, "names">, view: NameServer): string[] {
  const own = (view.is.addresses ?? []).filter((text) => parseAddress(text) !== null);
  if (own.length > 0) return [...own].sort();
  return idsOf(names, view.id, "host").flatMap(
    (host) => (names.graph.node(host) as EstateNode<"host">).is.addresses ?? [],
  );
}

/** The first view that the client fits; undefined where nobody can tell, null where none does. */
function viewFor(
  inquiry: Inquiry,
  { views }: Extract<Server, { kind: "name-server" }>,
): NameServer | null | undefined {
  for (const id of views) {
    const view = inquiry.graph.node(id) as NameServer;
    const fits = admits(view.is.clients ?? null, inquiry.settings.client);
    if (fits === undefined) return undefined;
    if (fits) return view;
  }
  return null;
}

/** Whether an address match list holds a client: the first element that holds it decides. */
export function admits(list: readonly string[] | null, client: string | undefined): boolean | undefined {
  if (list === null) return true;
  const address = client === undefined ? null : parseAddress(client);
  for (const text of list) {
    const negated = text.startsWith("!");
    const word = negated ? text.slice(1) : text;
    if (word === "any") return !negated;
    if (word === "none") {
      if (negated) return true;
      continue;
    }
    const block = parseCidr(word.includes("/") ? word : `${word}/${word.includes(":") ? 128 : 32}`);
    if (block === null || address === null) return undefined;
    if (block.family !== address.family) continue;
    const own = parseCidr(`${client}/${block.prefix}`);
    if (own !== null && own.family === block.family && own.base === block.base) return !negated;
  }
  return false;
}

function heldBy(inquiry: Inquiry, view: string): { zones: ZoneBook[]; rules: Rule[] } {
  const held = idsOf(inquiry.names, view, "answers").map((id) => inquiry.graph.node(id) as EstateNode);
  const zones = held.flatMap(({ id, kind }) => (kind === "zone" ? (inquiry.names.book(id) ?? []) : []));
  return { zones, rules: held.filter(({ kind }) => kind === "resolver-rule") as Rule[] };
}

function longest(zones: readonly ZoneBook[], name: string): ZoneBook | undefined {
  let best: ZoneBook | undefined;
  for (const book of zones)
    if (isWithin(name, book.name) && (best === undefined || book.name.length > best.name.length)) best = book;
  return best;
}

function gapsOf(inquiry: Inquiry, view: NameServer): Gap[] {
  const unmodelled = view.is.unmodelled ?? [];
  return [
    ...inquiry.names.missing(view.id, "answers"),
    ...(unmodelled.length === 0 ? [] : [inquiry.names.untold(view, unmodelled.join(", "))]),
  ];
}
