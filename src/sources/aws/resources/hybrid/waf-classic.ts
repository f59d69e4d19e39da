import type { JsonObject } from "../../../../model/index.js";
import type { Item } from "../../item.js";
import { partsOfArn } from "../../names.js";
import type { Place } from "../../place.js";
import type { Resource } from "../../resource.js";
import { WAF_PAGES } from "../../web/waf-list.js";

type Which = "waf" | "waf-regional";

const TYPE = "aws.waf-classic-web-acl";

/** Where each of the two is asked: the older for content delivery, once, the other in every Region. */
const CALL = {
  waf: { service: "waf", scope: "account", partitions: ["aws"] },
  "waf-regional": { service: "waf-regional", scope: "region", partitions: ["aws"] },
} as const;

/** The id of an ACL holds what it protects, its account and, where it has one, its Region. */
function aclArn(which: Which, place: Place, id: string): string {
  const { partition, account = "" } = place;
  return which === "waf"
    ? `arn:${partition}:waf::${account}:webacl/${id}`
    : `arn:${partition}:waf-regional:${place.region ?? ""}:${account}:webacl/${id}`;
}

const asked =
  (which: Which) =>
  ({ WebACLId: id }: JsonObject, place: Place) =>
    typeof id === "string" ? aclArn(which, place, id) : null;

/** The firewall that came before. https://docs.aws.amazon.com/waf/latest/APIReference/API_waf_ListWebACLs.html */
function lists(which: Which): Resource {
  return {
    ...CALL[which],
    operation: "ListWebACLs",
    list: "WebACLs",
    recognizes: (first) =>
      which === "waf-regional" && first !== undefined && Object.hasOwn(first, "WebACLId"),
    actions: [`${which}:ListWebACLs`],
    kinds: ["web-acl"],
    types: [TYPE],
    optional: true,
    paging: WAF_PAGES,
    normalize({ items, draft }) {
      for (const raw of items) {
        const short = raw.text("WebACLId");
        if (short === null || short === "") {
          raw.gap("unparsed", `${draft.place.call} answered with an item that has no WebACLId`);
          continue;
        }
        const id = aclArn(which, draft.place, short);
        const item = raw.about(id);
        const name = item.text("Name") ?? short;
        draft.node({
          ...{ id, kind: "web-acl", type: TYPE, label: name, aliases: [short], pointer: item.pointer },
          ...{ is: { name, reach: which === "waf" ? "global" : "regional" }, native: item.json },
        });
      }
    },
  };
}

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_waf_WebACL.html */
function descriptions(which: Which): Resource {
  return {
    ...CALL[which],
    operation: "GetWebACL",
    list: "WebACL",
    object: ["WebACL"],
    recognizes: () => false,
    actions: [`${which}:GetWebACL`],
    kinds: ["web-acl", "waf-classic-rule"],
    types: [TYPE, "aws.waf-classic-rule"],
    each: {
      of: `${which}:ListWebACLs`,
      input(acl) {
        const id = acl.text("WebACLId");
        return id === null ? null : { WebACLId: id };
      },
      node: asked(which),
    },
    normalize({ items: [whole], draft }) {
      const acl = whole?.child("WebACL") ?? null;
      const short = acl?.text("WebACLId") ?? null;
      if (acl === null || short === null) return;
      addAcl(acl.about(aclArn(which, draft.place, short)), which, short);
    },
  };
}

function addAcl(item: Item, which: Which, short: string): void {
  const { draft, pointer } = item;
  const id = aclArn(which, draft.place, short);
  const action = item.child("DefaultAction")?.text("Type")?.toLowerCase() ?? "unknown";
  const name = item.text("Name") ?? short;
  draft.node({
    ...{ id, kind: "web-acl", type: TYPE, label: name, aliases: [short], native: item.json, pointer },
    is: {
      name,
      reach: which === "waf" ? "global" : "regional",
      defaultAction: action,
      unmodelled: ["rules"],
    },
  });
  for (const rule of item.list("Rules")) addRule(rule, id);
  const message = "What the rules of a web ACL of WAF Classic look for is not modelled";
  draft.gap("unmodelled", message, {
    pointer,
    touches: { nodes: [id], relations: ["rules", "classic_rules"] },
  });
}

function addRule(rule: Item, acl: string): void {
  const { draft, pointer } = rule;
  const ruleId = rule.text("RuleId") ?? "";
  const id = `${acl}#rule/${ruleId}`;
  const own = rule.child("Action")?.text("Type") ?? rule.child("OverrideAction")?.text("Type") ?? "unknown";
  const ruleType = (rule.text("Type") ?? "regular").toLowerCase();
  draft.node({
    ...{ id, kind: "waf-classic-rule", type: "aws.waf-classic-rule", label: ruleId, pointer },
    ...{
      is: { order: rule.int("Priority"), rule: ruleId, ruleType, action: own.toLowerCase() },
      native: rule.json,
    },
  });
  draft.edge({ from: id, relation: "web_acl", to: acl, pointer });
}

/** What a regional ACL protects. https://docs.aws.amazon.com/waf/latest/APIReference/API_wafRegional_ListResourcesForWebACL.html */
export const wafClassicResources: Resource = {
  ...CALL["waf-regional"],
  operation: "ListResourcesForWebACL",
  list: "ResourceArns",
  object: ["ResourceArns"],
  recognizes: () => false,
  needsEnvelope: true,
  actions: ["waf-regional:ListResourcesForWebACL"],
  kinds: ["web-acl"],
  types: [TYPE],
  each: {
    of: "waf-regional:ListWebACLs",
    input(acl) {
      const id = acl.text("WebACLId");
      if (id === null) return null;
      return ["APPLICATION_LOAD_BALANCER", "API_GATEWAY"].map((ResourceType) => ({
        WebACLId: id,
        ResourceType,
      }));
    },
    node({ WebACLId: id, ResourceType: type }, place) {
      const acl = typeof id === "string" ? aclArn("waf-regional", place, id) : null;
      return acl === null ? null : `${acl} for ${String(type)}`;
    },
    hides: true,
  },
  normalize({ items: [whole], input, draft }) {
    const to = asked("waf-regional")(input, draft.place);
    if (whole === undefined || to === null) return;
    for (const arn of whole.about(to).texts("ResourceArns")) {
      const { account, region } = partsOfArn(arn) ?? {};
      draft.edge({ from: arn, relation: "web_acl", to, pointer: "/ResourceArns", account, region });
    }
  },
};

export const wafClassicAcls: readonly Resource[] = [
  lists("waf"),
  descriptions("waf"),
  lists("waf-regional"),
  descriptions("waf-regional"),
];
