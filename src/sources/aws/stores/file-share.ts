import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";
import { tagsOf } from "../tags.js";
import { addData, byArn, type Known } from "./data-node.js";

/** The call that describes file shares of one protocol, each by itself. */
export function shareResource(protocol: "NFS" | "SMB"): Resource {
  const operation = `Describe${protocol}FileShares`;
  return {
    ...{ service: "storagegateway", operation, list: `${protocol}FileShareInfoList` },
    ...{ actions: [`storagegateway:${operation}`], kinds: ["transfer"], types: ["aws.file-share"] },
    scope: "region",
    each: {
      of: "storagegateway:ListFileShares",
      input(share) {
        const arn = share.text("FileShareARN");
        return arn === null || share.text("FileShareType") !== protocol ? null : { FileShareARNList: [arn] };
      },
      node({ FileShareARN: told, FileShareARNList: asked }) {
        const [arn, ...more] = Array.isArray(asked) ? asked : [told];
        return typeof arn === "string" && more.length === 0 ? arn : null;
      },
    },
    normalize({ items }) {
      for (const raw of items) {
        const share = byArn(raw, "FileShareARN");
        if (share !== null) addShare(share, protocol.toLowerCase());
      }
    },
  };
}

function addShare(share: Known, protocol: string): void {
  const { id, item } = share;
  const name = item.text("FileShareName") ?? item.text("FileShareId") ?? id;
  const bucket = bucketOf(item.text("LocationARN"));
  const audit = sortedTexts([item.text("AuditDestinationARN")]).filter((arn) => arn !== "");
  addData(share, {
    ...{ kind: "transfer", type: "aws.file-share", name, tags: tagsOf(item) },
    is: {
      ...{ name, protocols: [protocol], destinationTypes: ["s3"] },
      destination: { region: item.text("BucketRegion"), account: null, store: bucket },
      // Without a key of KMS, objects are encrypted with one of S3's own.
      // https://docs.aws.amazon.com/filegateway/latest/files3/encrypt-objects-stored-by-file-gateway-in-amazon-s3.html
      ...{ encrypted: true, key: keyOf(item), role: item.text("Role") },
      ...{ logging: audit.length > 0, logsTo: audit },
    },
    ends: { more: [["stores", bucket]] },
  });
}

function keyOf(item: Item): string | null {
  const own = item.flag("KMSEncrypted") === true || item.text("EncryptionType")?.includes("Kms") === true;
  return own ? item.text("KMSKey") : null;
}

/** The bucket of a place inside it: `arn:aws:s3:::bucket/prefix/`. Access points are left as they are. */
function bucketOf(location: string | null): string | null {
  const bucket = location === null ? null : /^arn:[^:]*:s3:::[^/]+/.exec(location);
  return bucket?.[0] ?? location;
}
