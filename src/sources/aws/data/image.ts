import type { Identity } from "../identity.js";
import { momentOf } from "../moment.js";
import type { CopyFacts } from "./copy.js";

/** What every answer that tells of an image tells. */
export function imageFacts({ item, owner, short }: Identity, flag: "Public" | "IsPublic"): CopyFacts {
  return {
    ...{ copyType: "image", name: item.text("Name") ?? short, state: item.text("State") },
    ...{ created: momentOf(item, "CreationDate"), deprecated: momentOf(item, "DeprecationTime") },
    ...{ owner: owner ?? null, ownerAlias: item.text("ImageOwnerAlias"), isPublic: item.flag(flag) },
  };
}
