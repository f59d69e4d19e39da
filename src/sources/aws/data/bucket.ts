import type { JsonObject, Scope } from "../../../model/index.js";
import type { Item } from "../item.js";
import { isRegion } from "../names.js";
import { type Place, scopeOf } from "../place.js";
import type { Resource } from "../resource.js";
import { type StoreFacts, tellOfStore } from "./store.js";

/** Names of buckets are unique in a partition: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html */
export function bucketArn({ partition }: Pick<Place, "partition">, name: string): string {
  return `arn:${partition}:s3:::${name}`;
}

/** The bucket that an input asks about. */
export function bucketAsked({ Bucket: name }: JsonObject, place: Place): string | null {
  return typeof name === "string" && name !== "" ? bucketArn(place, name) : null;
}

/** Saved lists hold buckets of all Regions, whichever was asked: only what tells of the bucket tells its Region. */
export function bucketScope(place: Place, region?: string | null): Scope {
  const { region: _asked, ...scope } = scopeOf(place);
  return region != null && isRegion(region) ? { ...scope, region } : scope;
}

interface Told {
  readonly operation: string;
  /** The action is not always the call's name. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
  readonly action: string;
  readonly list: string;
  /** Members by which a bare answer is known; absent: the list alone, and none where it may be empty. */
  readonly recognizes?: Resource["recognizes"];
  readonly mayBeEmpty?: true;
  readonly document?: true;
  readonly none?: readonly string[];
  readonly kinds?: Resource["kinds"];
  readonly types?: readonly string[];
  /** Facts of an answer; of none, where the API says that there is none. */
  facts(answer: Item | null, bucket: string): StoreFacts;
  tags?(answer: Item | null): Record<string, string>;
}

/** A call that tells one thing about each bucket. */
export function bucketDetail(told: Told): Resource {
  const { operation, action, list, kinds = [], types = [], mayBeEmpty, none, recognizes, document } = told;
  return {
    service: "s3",
    operation,
    list,
    object: mayBeEmpty === true ? [] : [list],
    recognizes: recognizes ?? ((answer) => answer !== undefined && Object.hasOwn(answer, list)),
    actions: [`s3:${action}`],
    kinds: ["data-store", ...kinds],
    types: ["aws.bucket", ...types],
    scope: "region",
    needsEnvelope: true,
    ...(none === undefined ? {} : { none }),
    ...(document === undefined ? {} : { document }),
    each: {
      of: "s3:ListBuckets",
      input(bucket) {
        const name = bucket.text("Name");
        return name === null || name === "" ? null : { Bucket: name };
      },
      node: bucketAsked,
    },
    normalize({ items: [whole], input, draft }) {
      const id = bucketAsked(input, draft.place);
      const name = String(input["Bucket"]);
      if (id === null) return;
      const item = whole?.about(id) ?? null;
      const is = told.facts(item, id);
      const node = { id, type: "aws.bucket", label: name, aliases: [name], scope: bucketScope(draft.place) };
      if (item === null) draft.node({ ...node, kind: "data-store", is, native: {}, pointer: "" });
      else tellOfStore({ ...node, item, is, tags: told.tags?.(item) ?? {} });
    },
  };
}
