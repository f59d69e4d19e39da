import {
  canonicalJson,
  type Gap,
  gapOf,
  type JsonObject,
  type LedgerRow,
  type RawAnswer,
} from "../../model/index.js";
import { absentAreas } from "./absent-areas.js";
import { Draft } from "./draft.js";
import { failureIn } from "./failure.js";
import { Item } from "./item.js";
import { LeftOut } from "./left-out.js";
import { listedIn } from "./listed.js";
import { missingGap, placeAt, type Where, withoutPointer } from "./missing-gap.js";
import { askedToken, isNarrowed, nextToken, type Pages, withoutPaging } from "./paging.js";
import { type Place, placeOf } from "./place.js";
import { askersAbout, REGISTRY, resourceOf } from "./registry.js";
import { callOf, isOfAccount, type Resource } from "./resource.js";
import { isEnabled } from "./resources/regions.js";
import { Seen } from "./seen.js";

const LEFT_OUT = "was left out by configuration";

/**
 * Adds up which calls were answered where, so that what nobody asked is told: a call of the family that
 * is missing where others are there, a page that was not fetched, an item nobody asked about, a
 * Region that is enabled and was not read.
 */
export class Coverage {
  private readonly seen = new Map<string, Seen>();
  private readonly principals = new Map<string, string>();
  private readonly enabled = new Map<string, Set<string>>();

  constructor(private readonly leftOut = new LeftOut()) {}

  /** @param bare the answer came without its input */
  see(answer: RawAnswer, bare = false): void {
    const resource = resourceOf(`${answer.service}:${answer.operation}`) ?? null;
    const seen = this.at(answer, resource);
    seen.tally.add(answer);
    if (resource === null) return;
    const input = answer.input as JsonObject;
    const output = answer.output as JsonObject;
    const asked = askedToken(resource, input);
    const place = placeOf(answer);
    const node = resource.each?.node(input, place) ?? null;
    const failed = failureIn(answer) !== null;
    // Who was asked for a part alone has still to be asked.
    if (node !== null && (failed || !isNarrowed(resource, input))) seen.name(node);
    if (failed) {
      if (asked !== null) this.question(seen, input).fail(asked);
      else seen.whole = true;
      return;
    }
    if (isNarrowed(resource, input)) return;
    seen.whole = true;
    this.question(seen, input).add({ given: nextToken(resource, output), asked, bare });
    this.learn(answer, seen, place);
  }

  /** Whether a call was answered in full. */
  isAnswered(call: string, where: Where): boolean {
    return this.find(where, call)?.whole === true;
  }

  /** Gaps of everything seen so far; asked once, at the end. Sorted by id. */
  gaps(): Gap[] {
    const seen = [...this.seen.values()];
    const asked = new Set(
      seen.flatMap(({ where, resource }) => (resource === null ? [] : [areaKey(where, resource.service)])),
    );
    const gaps = [
      ...seen.flatMap((one) => this.truncated(one)),
      ...seen.flatMap((one) => this.unasked(one)),
      ...this.scopes().flatMap((where) => this.missing(where)),
      ...this.scopes().flatMap((where) =>
        absentAreas(where, (service) => asked.has(areaKey(where, service))),
      ),
      ...this.unreadRegions(),
    ];
    return [...new Map(gaps.map((gap) => [gap.id, gap])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** One row a call and scope, sorted. */
  ledger(): LedgerRow[] {
    const keys = [...this.seen.keys()].sort();
    return keys.flatMap((key) => {
      const seen = this.seen.get(key);
      if (seen === undefined) return [];
      if (seen.isTruncated)
        seen.tally.worsen("truncated", "the last page names a further one, which is not there");
      return [seen.tally.row(this.principals.get(seen.where.account ?? ""))];
    });
  }

  private at(answer: RawAnswer, resource: Resource | null): Seen {
    const { account, region, service, operation } = answer;
    const call = `${service}:${operation}`;
    const key = JSON.stringify([account ?? "", region ?? "", call]);
    let seen = this.seen.get(key);
    if (seen === undefined) {
      const where = {
        ...(account === undefined ? {} : { account }),
        ...(region === undefined ? {} : { region }),
      };
      seen = new Seen(call, where, resource);
      seen.ofAccount = resource !== null && isOfAccount(resource, answer);
      this.seen.set(key, seen);
    }
    return seen;
  }

  private question(seen: Seen, input: JsonObject): Pages {
    return seen.pagesOf(seen.resource?.each === undefined ? "" : canonicalJson(withoutPaging(input)));
  }

  private learn(answer: RawAnswer, seen: Seen, place: Place): void {
    const [input, output] = [answer.input as JsonObject, answer.output as JsonObject];
    const { account = "" } = answer;
    const { resource } = seen;
    if (resource === null) return;
    if (resource.operation === "GetCallerIdentity" && typeof output["Arn"] === "string")
      this.principals.set(account, output["Arn"]);
    const children = askersAbout(resource);
    const asksMore =
      children.length > 0 || resource.each !== undefined || resource.operation === "DescribeRegions";
    if (!asksMore) return;
    for (const json of listedIn(resource, output)) {
      // A listener names its load balancer, so that a bare list of them says what was asked.
      if (resource.each !== undefined) {
        const node = resource.each.node(json, place);
        if (node !== null) seen.name(node);
      }
      if (resource.operation === "DescribeRegions") this.learnRegion(account, json);
      for (const child of children)
        seen.owe(child, { item: new Item(json, "", { draft: new Draft(place), touches: {} }), input });
    }
  }

  private learnRegion(account: string, region: JsonObject): void {
    const { RegionName: name, OptInStatus: status } = region;
    if (typeof name !== "string" || !isEnabled(typeof status === "string" ? status : null)) return;
    const names = this.enabled.get(account) ?? new Set();
    this.enabled.set(account, names.add(name));
  }

  private truncated({ where, resource, pages }: Seen): Gap[] {
    if (resource === null) return [];
    return pages.flatMap(([question, { truncated }]) => {
      if (!truncated) return [];
      const input = question === "" ? {} : (JSON.parse(question) as JsonObject);
      const message = `${callOf(resource)} was not read to its end: the last page names a further one, which is not there`;
      return [missingGap("truncated", message, { where, resource, input })];
    });
  }

  /** Items that were listed and not asked about one by one. */
  private unasked(seen: Seen): Gap[] {
    return [...seen.owed].flatMap(([call, inputs]) => {
      const resource = resourceOf(call);
      if (resource === undefined) return [];
      const place = placeAt(seen.where, resource);
      const asked = this.find(seen.where, call)?.nodes;
      const leftOut = this.leftOut.has(resource);
      if (asked === undefined && resource.each?.optional === true && !leftOut) return [];
      return inputs.flatMap((input) => {
        const node = resource.each?.node(input, place) ?? null;
        if (node === null || asked?.has(node) === true) return [];
        return [
          missingGap(
            "not-collected",
            `${call} was not asked about ${node}${leftOut ? `: it ${LEFT_OUT}` : ""}`,
            {
              where: seen.where,
              resource,
              input,
            },
          ),
        ];
      });
    });
  }

  private missing(where: Where): Gap[] {
    const { account, region } = where;
    const scope = region === undefined ? "account" : "region";
    const inside = account === undefined ? "an unknown account" : `account ${account}`;
    const place = region === undefined ? inside : `${region || "an unknown Region"} of ${inside}`;
    // What is asked item by item hangs on its list, and is touched by the gap of the list.
    const lists = REGISTRY.filter(({ each }) => each === undefined);
    return lists.flatMap((resource) => {
      const call = callOf(resource);
      const seen = this.find(where, call);
      if (!this.matters(resource, where, scope)) return [];
      if (resource.kinds.length === 0 || seen?.whole === true) return [];
      const none = this.leftOut.has(resource) ? LEFT_OUT : "was not collected";
      const part = seen === undefined ? none : "was asked for a part alone";
      const message = `${call} ${part} in ${place}`;
      return [
        missingGap("not-collected", message, {
          where,
          resource,
          input: {},
          told: this.told(resource, where),
        }),
      ];
    });
  }

  /** Whether a list must be there: in its scope, unless nobody is blinded without it. */
  private matters(resource: Resource, where: Where, scope: Resource["scope"]): boolean {
    const { neededWith = [], globalInput } = resource;
    if (this.leftOut.has(resource)) return resource.scope === scope || globalInput !== undefined;
    if (resource.optional !== true) return resource.scope === scope;
    if (resource.scope !== scope && globalInput === undefined) return false;
    return neededWith.some((call) => this.find(where, call) !== undefined);
  }

  /** The kinds of a missing call that another call told of in full. */
  private told({ alsoTold }: Resource, where: Where): Resource["kinds"] {
    if (alsoTold === undefined) return [];
    const other = this.find(where, alsoTold.by);
    const full = other?.whole === true && !other.isTruncated;
    return full ? alsoTold.kinds : [];
  }

  private unreadRegions(): Gap[] {
    const read = new Set(this.scopes().map(({ account, region }) => JSON.stringify([account ?? "", region])));
    const regional = REGISTRY.filter(({ scope }) => scope === "region");
    const kinds = [...new Set(regional.flatMap((resource) => resource.kinds))];
    return [...this.enabled].flatMap(([account, names]) =>
      [...names]
        .filter((region) => !read.has(JSON.stringify([account, region])))
        .map((region) => {
          const where = { ...(account === "" ? {} : { account }), region };
          const { at } = placeAt({ account }, REGION_LIST);
          const why = this.leftOut.regions.includes(region) ? LEFT_OUT : "nothing was collected there";
          const message = `${region} is enabled in account ${account || "unknown"}, and ${why}`;
          return gapOf({
            reason: "not-collected",
            message,
            at: withoutPointer(at("")),
            touches: { kinds, ...where },
          });
        }),
    );
  }

  /** Scopes in which something of the family was seen: Regions, and the accounts they belong to. */
  private scopes(): Where[] {
    const scopes = new Map<string, Where>();
    for (const { where, resource, ofAccount } of this.seen.values()) {
      if (resource === null) continue;
      const { account } = where;
      const whole = account === undefined ? {} : { account };
      scopes.set(canonicalJson(whole), whole);
      // An answer whose Region nobody knows is of some Region all the same.
      const region = where.region ?? (ofAccount ? undefined : "");
      if (region !== undefined) scopes.set(canonicalJson({ ...whole, region }), { ...whole, region });
    }
    return [...scopes.values()];
  }

  private find({ account, region }: Where, call: string): Seen | undefined {
    return this.seen.get(JSON.stringify([account ?? "", region ?? "", call]));
  }
}

function areaKey({ account, region }: Where, service: string): string {
  return JSON.stringify([account ?? "", region ?? null, service]);
}

/** The call that names the enabled Regions. */
const REGION_LIST = { service: "ec2", operation: "DescribeRegions" };
