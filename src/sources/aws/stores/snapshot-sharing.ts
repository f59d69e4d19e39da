import { isObject, type JsonObject } from "../../../model/index.js";
import { sortedTexts } from "../block.js";
import type { Resource } from "../resource.js";
import { addData, arnOf, withId } from "./data-node.js";

/** The words by which the API tells with whom snapshots of instances, or of clusters, are shared. */
interface Words {
  readonly operation: string;
  /** The call that lists the snapshots. */
  readonly list: string;
  /** What its members begin with. */
  readonly member: string;
  readonly type: string;
  /** Word of the ARN. */
  readonly word: string;
}

/** With whom a snapshot is shared: those who may restore it. Only manual ones can be. */
export function sharingResource({ operation, list, member, type, word }: Words): Resource {
  const [whole, name] = [`${member}AttributesResult`, `${member}Identifier`];
  const nameIn = (json: JsonObject) => {
    const inner = json[whole] ?? null;
    const told = json[name] ?? (isObject(inner) ? inner[name] : null);
    return typeof told === "string" && told !== "" ? told : null;
  };
  return {
    ...{ service: "rds", operation, list: whole, object: [whole], actions: [`rds:${operation}`] },
    ...{ kinds: ["data-copy"], types: [type], scope: "region" },
    each: {
      of: `rds:${list}`,
      input(snapshot) {
        const id = snapshot.text(name);
        return id === null || snapshot.text("SnapshotType") !== "manual" ? null : { [name]: id };
      },
      node(json, place) {
        const id = nameIn(json);
        return id === null ? null : arnOf(place, "rds", `${word}:${id}`);
      },
    },
    normalize({ items: [raw], input, draft }) {
      const id = nameIn(input) ?? (raw === undefined ? null : nameIn(raw.json));
      const inner = raw?.child(whole) ?? null;
      if (id === null || inner === null) {
        raw?.gap("unparsed", `${draft.place.call} answered without saying of which snapshot`);
        return;
      }
      const found = withId(inner, arnOf(draft.place, "rds", `${word}:${id}`));
      const who = found.item
        .list(`${member}Attributes`)
        .filter((attribute) => attribute.text("AttributeName") === "restore")
        .flatMap((attribute) => attribute.texts("AttributeValues"));
      addData(found, { kind: "data-copy", type, name: id, is: { sharedWith: sortedTexts(who) } });
    },
  };
}
