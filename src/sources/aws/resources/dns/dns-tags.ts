import { isObject, type JsonObject } from "../../../../model/index.js";
import { globalArn, globalBase, shortId } from "../../dns/zone-identity.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { labelOf, nameTag, tagsOf } from "../../tags.js";

const KINDS = {
  hostedzone: { kind: "zone", type: "aws.hosted-zone" },
  healthcheck: { kind: "health-check", type: "aws.health-check" },
} as const;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResource.html */
export const dnsTags: Resource = {
  service: "route53",
  operation: "ListTagsForResource",
  list: "ResourceTagSet",
  object: ["ResourceTagSet"],
  actions: ["route53:ListTagsForResource"],
  kinds: [],
  types: [],
  scope: "account",
  each: {
    of: "route53:ListHostedZones",
    alsoOf: "route53:ListHealthChecks",
    input: taggedBy,
    node: nodeOf,
  },
  normalize({ items: [whole], draft }) {
    const set = whole?.child("ResourceTagSet") ?? null;
    if (set === null) return;
    const [type, short] = [set.text("ResourceType"), set.text("ResourceId")];
    if (!isTagged(type) || short === null) {
      set.gap("unparsed", "An answer with tags does not tell whose they are");
      return;
    }
    const id = globalArn(type, short);
    const tags = tagsOf(set.about(id));
    draft.node({
      ...{ ...globalBase(set, { id, name: null }), tags, label: labelOf(shortId(id), nameTag(tags)) },
      ...{ ...KINDS[type], is: {}, native: { ResourceTagSet: set.json } },
    });
  },
};

function isTagged(type: unknown): type is keyof typeof KINDS {
  return type === "hostedzone" || type === "healthcheck";
}

/** A health check tells what it checks, a zone has a name. */
function taggedBy(item: Item): JsonObject | null {
  const id = item.text("Id");
  if (id === null) return null;
  const type = Object.hasOwn(item.json, "HealthCheckConfig") ? "healthcheck" : "hostedzone";
  return { ResourceType: type, ResourceId: shortId(id) };
}

function nodeOf(input: JsonObject): string | null {
  const own = input["ResourceTagSet"] ?? null;
  const { ResourceType: type, ResourceId: id } = isObject(own) ? own : input;
  return isTagged(type) && typeof id === "string" ? globalArn(type, id) : null;
}
