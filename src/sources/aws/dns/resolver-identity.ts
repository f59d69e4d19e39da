import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { isAccount, partsOfArn } from "../names.js";
import { type Place, scopeOf } from "../place.js";
import { labelOf } from "../tags.js";

/**
 * Who a thing of Route 53 Resolver is. What is shared shows up in several accounts, each time with its owner;
 * what the provider keeps (`Route 53 Resolver` as the owner) is nobody's.
 * @param word resource word of the ARN, for what has none
 * @returns null, with a gap, for an item without an id
 */
export function resolverIdentity(raw: Item, word: string) {
  const short = raw.text("Id");
  const { place } = raw.draft;
  if (short === null || short === "") {
    raw.gap("unparsed", `${place.call} answered with an item that has no Id`);
    return null;
  }
  const arn = partsOfArn(raw.text("Arn") ?? "");
  const told = raw.text("OwnerId");
  const owner = told === null ? (arn === null ? place.account : arn.account) : accountIn(told);
  const region = arn?.region ?? place.region;
  const resource = arn?.resource ?? `${word}/${short}`;
  const id = `arn:${place.partition}:route53resolver:${region ?? ""}:${owner ?? ""}:${resource}`;
  const { account: _caller, ...nobodys } = scopeOf(place, owner, region);
  const name = raw.text("Name");
  const base = {
    ...{ id, label: labelOf(short, name), aliases: [short], native: raw.json, pointer: raw.pointer },
    scope: owner === undefined ? nobodys : scopeOf(place, owner, region),
  };
  return { id, short, owner, item: raw.about(id), base, name: name ?? "" };
}

/** Whether others see it, whoever looks; null where nobody says. */
export function isShared(item: Item): boolean | null {
  const status = item.text("ShareStatus");
  return status === null ? null : status !== "NOT_SHARED";
}

/** Asks by the id of each item of a list, under another name. */
export function byId(asked: string) {
  return (item: Item): JsonObject | null => {
    const id = item.text("Id");
    return id === null ? null : { [asked]: id };
  };
}

/** Which node an input asks about, by the member that holds its short id. */
export function askedFor(member: string) {
  return (input: JsonObject, _place: Place): string | null => {
    const id = input[member];
    return typeof id === "string" && id !== "" ? id : null;
  };
}

function accountIn(text: string): string | undefined {
  return isAccount(text) ? text : undefined;
}

/** The node of an endpoint that was asked about: endpoints are never shared. */
export function endpointNode(place: Place, short: string) {
  const { partition, region = "", account = "" } = place;
  return {
    id: `arn:${partition}:route53resolver:${region}:${account}:resolver-endpoint/${short}`,
    kind: "resolver-endpoint",
    type: "aws.resolver-endpoint",
    label: short,
    aliases: [short],
  } as const;
}
