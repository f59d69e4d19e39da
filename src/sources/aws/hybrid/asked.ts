import type { JsonObject } from "../../../model/index.js";
import { ec2Arn } from "../arn.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";

/** Asks about each item by one of its members. */
export function askBy(member: string, as = member) {
  return (item: Item): JsonObject | null => {
    const text = item.text(member);
    return text === null || text === "" ? null : { [as]: text };
  };
}

/** The node of a question that names an ARN. */
export function arnIn(member: string) {
  return ({ [member]: arn }: JsonObject): string | null =>
    typeof arn === "string" && arn.startsWith("arn:") ? arn : null;
}

/** The node of a question that names an EC2 thing by its short id. */
export function ec2In(member: string, word: string) {
  return ({ [member]: id }: JsonObject, place: Place): string | null =>
    typeof id === "string" && id !== "" ? ec2Arn(place, `${word}/${id}`) : null;
}

/** What is asked about each item of an EC2 list, by its short id. */
export function eachEc2(list: string, member: string, word: string): Each {
  return { of: `ec2:${list}`, input: askBy(member), node: ec2In(member, word) };
}
