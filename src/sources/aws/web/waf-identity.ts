import type { Json, JsonObject, Scope } from "../../../model/index.js";
import { isObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { type Place, scopeOf } from "../place.js";

/** What WAF has of its own: the words of its ARNs (`regional/webacl/shop/0123`). */
export type WafWord = "webacl" | "rulegroup" | "ipset" | "regexpatternset";

/** Where what protects CloudFront is kept; WAF has it in the commercial partition alone. */
export const GLOBAL_REGION = "us-east-1";

export interface WafIdentity {
  readonly id: string;
  readonly name: string;
  readonly global: boolean;
  readonly scope: Scope;
  readonly item: Item;
}

/** Who an item is, by its ARN. Null, with a gap, where it has none. */
export function wafIdentity(raw: Item | null, member = "ARN"): WafIdentity | null {
  const id = raw?.text(member) ?? null;
  const parts = id === null ? null : partsOfArn(id);
  if (raw === null || id === null || parts === null) {
    raw?.gap("unparsed", `${raw.draft.place.call} answered with an item that has no ${member}`);
    return null;
  }
  return {
    id,
    name: nameIn(id),
    global: isGlobalArn(id),
    scope: scopeOfArn(raw.draft.place, id),
    item: raw.about(id),
  };
}

/** What is global belongs to no Region, whatever its ARN says. */
export function scopeOfArn(place: Place, arn: string): Scope {
  const { account, region } = partsOfArn(arn) ?? {};
  const { region: told, ...nowhere } = scopeOf(place, account, region);
  return isGlobalArn(arn) || told === undefined ? nowhere : { ...nowhere, region: told };
}

export function isGlobalArn(arn: string): boolean {
  return /^arn:[a-z-]+:wafv2:[^:]*:[^:]*:global\//.test(arn);
}

/** `regional/webacl/shop/0123` is shop. */
export function nameIn(arn: string): string {
  return (partsOfArn(arn)?.resource ?? arn).split("/")[2] ?? arn;
}

/** How one thing is asked for. */
export function questionFor(arn: string): JsonObject {
  const [reach = "", , Name = "", Id = ""] = (partsOfArn(arn)?.resource ?? "").split("/");
  return { Name, Id, Scope: reach === "global" ? "CLOUDFRONT" : "REGIONAL" };
}

/** Asks about the item of a list. */
export function askListed(item: Item): JsonObject | null {
  const arn = item.text("ARN");
  return arn === null || partsOfArn(arn) === null ? null : questionFor(arn);
}

/** Which node an input asks about, by ARN or name, or a whole answer tells of. */
export function askedWaf(word: WafWord, whole: string) {
  return (input: JsonObject, place: Place): string | null => {
    const told = input["ARN"] ?? memberOf(input[whole], "ARN");
    if (typeof told === "string") return told;
    const { Name: name, Id: id, Scope: reach } = input;
    if (typeof name !== "string" || typeof id !== "string") return null;
    const { partition, account = "" } = place;
    const global = reach === "CLOUDFRONT";
    const region = global ? GLOBAL_REGION : (place.region ?? "");
    return `arn:${partition}:wafv2:${region}:${account}:${global ? "global" : "regional"}/${word}/${name}/${id}`;
  };
}

/** Members of answers and questions that hold the ARN of what they are about. */
const OWN = ["ARN", "ResourceArn", "WebACLArn"];
const WHOLE = ["WebACL", "RuleGroup", "IPSet", "RegexPatternSet", "LoggingConfiguration"];
const LISTS = ["WebACLs", "RuleGroups", "IPSets", "RegexPatternSets", "LoggingConfigurations"];

/** Whether what was asked or answered is of what protects CloudFront. */
export function isGlobalWaf(input: JsonObject, output: JsonObject): boolean {
  if (typeof input["Scope"] === "string") return input["Scope"] === "CLOUDFRONT";
  const first = LISTS.map((list) => output[list]).find(Array.isArray)?.[0];
  const objects = [input, ...WHOLE.map((whole) => output[whole]), first];
  const arns = objects.flatMap((object) => OWN.map((member) => memberOf(object, member)));
  return arns.some((arn) => typeof arn === "string" && isGlobalArn(arn));
}

function memberOf(value: Json | undefined, member: string): Json | undefined {
  return value !== undefined && isObject(value) ? value[member] : undefined;
}
