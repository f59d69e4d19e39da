import type { FactsByKind, JsonObject } from "../../../model/index.js";
import { Item } from "../item.js";
import type { Resource } from "../resource.js";
import { addKey, EACH_KEY, keyAsked } from "./key.js";

interface Told {
  readonly operation: string;
  readonly list: string;
  readonly input?: JsonObject;
  readonly recognizes?: Resource["recognizes"];
  readonly none?: readonly string[];
  /** Facts of an answer; of none, where the API says that there is none. */
  facts(answer: Item | null): Partial<FactsByKind["key"]>;
}

/** A call that tells one thing about each key. */
export function keyDetail({ operation, list, none = [], recognizes, input: more, facts }: Told): Resource {
  return {
    ...{ service: "kms", operation, list, object: [list], none, needsEnvelope: true, scope: "region" },
    ...(more === undefined ? {} : { input: more }),
    ...(recognizes === undefined ? {} : { recognizes }),
    actions: [`kms:${operation}`],
    kinds: ["key"],
    types: ["aws.key"],
    each: EACH_KEY,
    normalize({ items: [whole], input, draft }) {
      const id = keyAsked(input, draft.place);
      if (id === null) return;
      const nothing = new Item({}, "", { draft, touches: { nodes: [id] } });
      // The id in an answer may be the short one, in another the ARN: they are one key's.
      const { KeyId: _id, ...native } = whole?.json ?? {};
      addKey(whole?.about(id) ?? nothing, { id, is: facts(whole?.about(id) ?? null), native });
    },
  };
}
