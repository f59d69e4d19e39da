import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html */
export function fileSystemArn({ partition, region = "", account = "" }: Place, short: string): string {
  return `arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${short}`;
}

/** The file system that an input asks about, or an answer names. */
export function fileSystemAsked({ FileSystemId: id }: JsonObject, place: Place): string | null {
  return typeof id === "string" && id !== "" ? fileSystemArn(place, id) : null;
}

/** Asks about every file system of the elastic file service. */
export const EACH_FILE_SYSTEM: Each = {
  of: "efs:DescribeFileSystems",
  input(system: Item) {
    const id = system.text("FileSystemId");
    return id === null ? null : { FileSystemId: id };
  },
  node: fileSystemAsked,
};
