import type { Item } from "../item.js";
import type { Resource } from "../resource.js";
import { EACH_FILE_SYSTEM, fileSystemAsked } from "./file-system.js";
import { arnScope, type StoreFacts } from "./store.js";

interface Told {
  readonly operation: string;
  readonly list: string;
  readonly none: readonly string[];
  /** Facts of an answer; of none, where the API says that there is none. */
  facts(answer: Item | null): StoreFacts;
}

/** A call that tells one thing about each file system. */
export function fileSystemDetail({ operation, list, none, facts }: Told): Resource {
  return {
    ...{ service: "efs", operation, list, object: [list], none, needsEnvelope: true, scope: "region" },
    // What others call a policy is no text, or stands beside other things.
    recognizes: (answer) => list !== "Policy" || typeof answer?.["FileSystemId"] === "string",
    actions: [`elasticfilesystem:${operation}`],
    kinds: ["data-store"],
    types: ["aws.file-system"],
    each: EACH_FILE_SYSTEM,
    normalize({ items: [whole], input, draft }) {
      const id = fileSystemAsked(input, draft.place);
      if (id === null) return;
      const item = whole?.about(id) ?? null;
      const short = String(input["FileSystemId"]);
      draft.node({
        ...{ id, kind: "data-store", type: "aws.file-system", label: short, aliases: [short] },
        ...(item === null ? {} : { scope: arnScope(item, id) }),
        ...{ is: facts(item), native: item?.json ?? {}, pointer: "" },
      });
    },
  };
}
