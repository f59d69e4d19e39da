import type { EstateNode, Given, Kind, ResolutionOutcome } from "../../model/index.js";
import { isWithin, parseAddress } from "../../net/index.js";
import { bestOf, type Candidate, candidatesOf, idsOf, type Shelf, shelved } from "./candidates.js";
import { judged } from "./firewall.js";
import { forwarded } from "./forward.js";
import type { Asked, Inquiry, Server } from "./inquiry.js";
import { answersOf } from "./zone-answers.js";

type Resolver = Extract<Server, { kind: "resolver" }>;

/** Absent ones would decide otherwise. */
const DECIDE: readonly Kind[] = ["resolver-rule", "dns-association", "resolver-settings"];

/** What answers in a network: with rules, and as it is where a rule keeps a domain at home. */
interface Shelved {
  readonly all: Shelf;
  readonly local: Shelf;
}

/** The same for each network, as long as an estate is asked. */
export class Shelves {
  private readonly held = new Map<string, Shelved>();

  of(inquiry: Inquiry, network: string): Shelved {
    const known = this.held.get(network);
    if (known !== undefined) return known;
    const candidates = candidatesOf(inquiry.names, network);
    const local = candidates.filter(({ what }) => what !== "forward" && what !== "system");
    const made = { all: shelved(candidates), local: shelved(local) };
    this.held.set(network, made);
    return made;
  }
}

/**
 * What the resolver of a network answers: the firewall first, then whatever is most specific, and the internet last.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html
 */
export function resolverAnswers(
  shelves: Shelves,
  inquiry: Inquiry,
  { server, asked }: { server: Resolver; asked: Asked },
): ResolutionOutcome[] {
  const { network } = server;
  if (supportOf(inquiry, network) === false) {
    inquiry.step(network, "the provider's resolver is switched off in this network");
    return [inquiry.ends("unanswered", `${inquiry.label(network)} has no resolver: DNS support is off`)];
  }
  const verdict = judged(inquiry, server, asked);
  if ("outcomes" in verdict) return verdict.outcomes;
  for (const kind of DECIDE) inquiry.miss(inquiry.names.hiding(kind, network));
  for (const segment of ["dns_associations", "private_zones"])
    inquiry.miss(inquiry.names.missing(network, segment));
  const again = (next: Asked) =>
    inquiry.ask({ kind: "resolver", network, chained: { trusted: verdict.trusted } }, next);
  const shelf = shelves.of(inquiry, network);
  const best = bestOf(shelf.all, asked.name);
  return decided(inquiry, { network, asked, best, shelf, again });
}

interface Deciding {
  readonly network: string;
  readonly asked: Asked;
  readonly best: Candidate | undefined;
  readonly shelf: Shelved;
  again(asked: Asked): ResolutionOutcome[];
}

function decided(inquiry: Inquiry, deciding: Deciding): ResolutionOutcome[] {
  const { network, asked, best, shelf, again } = deciding;
  if (best?.what === "forward") {
    inquiry.step(
      network,
      `${asked.name} is forwarded: the rule for ${best.domain} is the most specific`,
      best.id,
    );
    return forwarded(inquiry, best.id, asked);
  }
  if (best?.what === "system") {
    inquiry.step(network, `a rule keeps ${best.domain} from being forwarded`, best.id);
    return decided(inquiry, { ...deciding, best: bestOf(shelf.local, asked.name) });
  }
  if (best?.what === "zone") return ofZone(inquiry, deciding, best);
  if (best?.what === "endpoint") return [endpointAnswers(inquiry, deciding, best)];
  if (best?.what === "own-names") return [ownAnswer(inquiry, network, asked)];
  const reverse = reverseAnswer(inquiry, network, asked);
  if (reverse !== undefined) return [reverse];
  inquiry.step(network, `nothing in this network is about ${asked.name}: the internet is asked`);
  const outcomes = inquiry.ask({ kind: "public" }, asked);
  // Names of the internet may lead to names that this network answers itself.
  return outcomes.flatMap((outcome) => {
    const last = outcome.given.at(-1);
    const target = last?.type === "CNAME" && asked.type !== "CNAME" ? last.values[0] : undefined;
    if (target === undefined || outcome.status === "loop") return [outcome];
    const own = bestOf(shelf.all, target);
    if (own === undefined) return [outcome];
    return again({ name: target, type: asked.type }).map((rest) => ({
      ...{ ...rest, when: [...outcome.when, ...rest.when], given: [...outcome.given, ...rest.given] },
    }));
  });
}

function ofZone(inquiry: Inquiry, { network, asked, again }: Deciding, best: Candidate): ResolutionOutcome[] {
  const book = inquiry.names.book(best.id);
  if (book === null) return [inquiry.ends("unknown", `the zone ${inquiry.label(best.id)} could not be read`)];
  inquiry.step(network, `${book.zone.label} answers for ${best.domain} in this network`, best.id);
  hostnamesOf(inquiry, network);
  return answersOf(inquiry, {
    ...{ book, asked, again },
    refer: ({ owner, records: [record] }) => {
      // Only where a DELEGATE rule names the servers does the resolver go on there.
      inquiry.step(network, `${owner} is handed on by name server records of a private zone`, record?.id);
      if (record !== undefined)
        inquiry.miss([inquiry.names.untold(record, "what a private zone hands on is not modelled")]);
      return [inquiry.ends("unknown", `${book.zone.label} hands ${owner} on to other servers`)];
    },
  });
}

function endpointAnswers(
  inquiry: Inquiry,
  { network, asked }: Deciding,
  { id, domain }: Candidate,
): ResolutionOutcome {
  const interfaces = idsOf(inquiry.names, id, "interfaces");
  const family = asked.type === "AAAA" ? "ipv6" : "ipv4";
  const values = interfaces
    .flatMap((card) => (inquiry.graph.node(card) as EstateNode<"interface">).is.addresses ?? [])
    .filter((text) => parseAddress(text)?.family === family)
    .sort();
  inquiry.step(network, `private DNS of the endpoint ${inquiry.label(id)} answers ${domain}`, id);
  if (asked.type !== "A" && asked.type !== "AAAA")
    return inquiry.ends("nodata", `${domain} has addresses alone`);
  if (values.length === 0 && asked.type === "AAAA")
    return inquiry.ends("nodata", `${domain} has no IPv6 address`);
  const given: Given = { name: asked.name, type: asked.type, ttl: null, values, record: null };
  return inquiry.ends("answered", `the endpoint ${inquiry.label(id)} answers`, [given]);
}

const ADDRESS_NAME = /^ip-(\d+)-(\d+)-(\d+)-(\d+)\./;

/** `ip-10-0-1-5.eu-west-1.compute.internal`. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html */
function ownAnswer(inquiry: Inquiry, network: string, asked: Asked): ResolutionOutcome {
  if (isWithin(asked.name, "localhost.") && asked.type === "A")
    return inquiry.ends("answered", "the resolver answers itself", [
      { name: asked.name, type: "A", ttl: null, values: ["127.0.0.1"], record: null },
    ]);
  const address = ADDRESS_NAME.exec(asked.name)?.slice(1).join(".");
  inquiry.step(network, `the provider's resolver answers ${asked.name} itself`);
  if (address !== undefined && parseAddress(address) !== null && asked.type === "A")
    return inquiry.ends("answered", "the provider's resolver answers itself", [
      { name: asked.name, type: "A", ttl: null, values: [address], record: null },
    ]);
  return inquiry.ends("unknown", `what the provider answers for ${asked.name} is not told`);
}

/** Names of private addresses, which the resolver makes itself (RFC 6303). */
const PRIVATE_REVERSE = /(?:^|\.)(?:10|(?:1[6-9]|2\d|3[01])\.172|168\.192|254\.169|127)\.in-addr\.arpa\.$/;

function reverseAnswer(inquiry: Inquiry, network: string, asked: Asked): ResolutionOutcome | undefined {
  if (!PRIVATE_REVERSE.test(asked.name) || settingsOf(inquiry, network)?.autodefinedReverse === "disabled")
    return undefined;
  inquiry.step(network, `${asked.name} is the name of a private address, which the resolver knows itself`);
  return inquiry.ends("unknown", `what the provider answers for ${asked.name} is not told`);
}

function settingsOf(inquiry: Inquiry, network: string): EstateNode<"resolver-settings">["is"] | undefined {
  const all = idsOf(inquiry.names, network, "resolver_settings").map(
    (id) => (inquiry.graph.node(id) as EstateNode<"resolver-settings">).is,
  );
  return all.length === 0 ? undefined : Object.assign({}, ...all);
}

function supportOf(inquiry: Inquiry, network: string): boolean | undefined {
  const support = settingsOf(inquiry, network)?.dnsSupport;
  inquiry.miss(inquiry.names.missing(network, "resolver_settings"));
  if (support === undefined)
    inquiry.assumes.add(`${inquiry.label(network)} has DNS support, as networks have unless told`);
  return support;
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html */
function hostnamesOf(inquiry: Inquiry, network: string): void {
  if (settingsOf(inquiry, network)?.dnsHostnames === false)
    inquiry.assumes.add(
      `private zones answer in ${inquiry.label(network)}, though its DNS hostnames are off: the provider asks for both`,
    );
}
