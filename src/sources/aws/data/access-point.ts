import type { JsonObject } from "../../../model/index.js";
import type { Place } from "../place.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html */
export function accessPointArn({ partition, region = "", account = "" }: Place, name: string): string {
  return `arn:${partition}:s3:${region}:${account}:accesspoint/${name}`;
}

/** The access point that an input asks about. */
export function accessPointAsked({ Name: name }: JsonObject, place: Place): string | null {
  return typeof name === "string" && name !== "" ? accessPointArn(place, name) : null;
}
