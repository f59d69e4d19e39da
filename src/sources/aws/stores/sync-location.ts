import type { Item } from "../item.js";
import { isRegion } from "../names.js";
import type { Place } from "../place.js";
import { placeOfStore } from "./place-of.js";

interface Scheme {
  /** What the URIs of such a location begin with. */
  readonly schemes: readonly string[];
  readonly operation: string;
  readonly endType: string;
}

/** Locations by their URIs, each kind with the call that describes it. https://docs.aws.amazon.com/datasync/latest/userguide/API_LocationListEntry.html */
export const SCHEMES: readonly Scheme[] = [
  { schemes: ["s3"], operation: "DescribeLocationS3", endType: "s3" },
  { schemes: ["nfs"], operation: "DescribeLocationNfs", endType: "nfs" },
  { schemes: ["smb"], operation: "DescribeLocationSmb", endType: "smb" },
  { schemes: ["hdfs"], operation: "DescribeLocationHdfs", endType: "hdfs" },
  { schemes: ["efs"], operation: "DescribeLocationEfs", endType: "efs" },
  { schemes: ["fsxl"], operation: "DescribeLocationFsxLustre", endType: "fsx" },
  { schemes: ["fsxw"], operation: "DescribeLocationFsxWindows", endType: "fsx" },
  { schemes: ["fsxn-nfs", "fsxn-smb"], operation: "DescribeLocationFsxOntap", endType: "fsx" },
  { schemes: ["fsxz"], operation: "DescribeLocationFsxOpenZfs", endType: "fsx" },
  { schemes: ["object-storage"], operation: "DescribeLocationObjectStorage", endType: "object-storage" },
  { schemes: ["azure-blob"], operation: "DescribeLocationAzureBlob", endType: "azure-blob" },
];

/** What a location's URI says; null where its scheme is none that is known. */
export function locationOf(uri: string, place: Place) {
  const [, scheme = "", rest = ""] = /^([a-z0-9-]+):\/\/([^?#]*)/.exec(uri.toLowerCase()) ?? [];
  const known = SCHEMES.find(({ schemes }) => schemes.includes(scheme));
  if (known === undefined) return null;
  const store = storeOf(known.endType, rest, place);
  const [, server = ""] = /^(?:https?:\/\/)?([^/]*)/.exec(rest) ?? [];
  return {
    ...{ endType: known.endType, operation: known.operation, store },
    uri: uri.replace(/[?#].*$/s, ""),
    // A server of somebody's own is named, and nobody tells where it stands.
    place: store === null ? { region: null, account: null, store: server } : placeOfStore(store),
  };
}

/** The bucket or file system, by its ARN. */
function storeOf(
  endType: string,
  rest: string,
  { partition, account = "", region = "" }: Place,
): string | null {
  if (endType === "s3") {
    const bucket = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?=\/|$)/.exec(rest)?.[0];
    return bucket === undefined ? null : `arn:${partition}:s3:::${bucket}`;
  }
  if (endType !== "efs" && endType !== "fsx") return null;
  const [, there = "", id] = /^(?:([a-z0-9-]+)\.)?(fs-[0-9a-f]+)/.exec(rest) ?? [];
  const service = endType === "efs" ? "elasticfilesystem" : "fsx";
  const where = isRegion(there) ? there : region;
  return id === undefined ? null : `arn:${partition}:${service}:${where}:${account}:file-system/${id}`;
}

/** Whether data is encrypted between DataSync and the location; null where nobody tells. */
export function syncTls(item: Item, endType: string): boolean | null {
  if (endType === "s3") return true;
  if (endType === "nfs") return false;
  if (endType === "efs") return item.text("InTransitEncryption") === "TLS1_2";
  const protocol = item.text("ServerProtocol");
  if (protocol !== null) return protocol === "HTTPS";
  const quality = item.child("QopConfiguration");
  if (quality === null) return null;
  return quality.text("RpcProtection") === "PRIVACY" && quality.text("DataTransferProtection") === "PRIVACY";
}
