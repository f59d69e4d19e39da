import type { FactsByKind } from "../../../../model/index.js";
import { quoted } from "../../block.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { actionOf } from "../../web/action.js";
import { word } from "../../web/request-part.js";
import { askedWaf, askListed, wafIdentity } from "../../web/waf-identity.js";
import { WAF_CALL } from "../../web/waf-list.js";
import { addWebRules, visibility } from "../../web/web-rules.js";

type Acl = FactsByKind["web-acl"];

/** Members that are read here, or that say nothing of requests. */
const UNDERSTOOD = new Set([
  ...["Name", "Id", "ARN", "Description", "DefaultAction", "Rules", "VisibilityConfig", "Capacity"],
  ...["PreProcessFirewallManagerRuleGroups", "PostProcessFirewallManagerRuleGroups"],
  ...["ManagedByFirewallManager", "RetrofittedByFirewallManager", "LabelNamespace", "CustomResponseBodies"],
  ...["CaptchaConfig", "ChallengeConfig", "TokenDomains", "AssociationConfig", "DataProtectionConfig"],
  ...["OnSourceDDoSProtectionConfig", "ApplicationConfig", "MonetizationConfig"],
]);

/** A web ACL with its rules. https://docs.aws.amazon.com/waf/latest/APIReference/API_WebACL.html */
export const webAclDescriptions: Resource = {
  service: "wafv2",
  operation: "GetWebACL",
  list: "WebACL",
  object: ["WebACL"],
  actions: ["wafv2:GetWebACL"],
  kinds: ["web-acl", "web-rule"],
  types: ["aws.web-acl", "aws.web-rule"],
  ...WAF_CALL,
  each: { of: "wafv2:ListWebACLs", input: askListed, node: askedWaf("webacl", "WebACL") },
  normalize({ items: [whole], draft }) {
    const acl = wafIdentity(whole?.child("WebACL") ?? null);
    if (whole === undefined || acl === null) return;
    const { id, name, scope, global, item } = acl;
    const { pointer } = item;
    draft.node({
      ...{ id, kind: "web-acl", type: "aws.web-acl", label: name, scope },
      is: { name, reach: global ? "global" : "regional", ...factsOf(item) },
      ...{ native: whole.json, pointer },
    });
    addWebRules(acl, "web_acl", [
      { stage: "first", rules: item.list("PreProcessFirewallManagerRuleGroups") },
      { stage: "own", rules: item.list("Rules") },
      { stage: "last", rules: item.list("PostProcessFirewallManagerRuleGroups") },
    ]);
  },
};

function factsOf(item: Item): Omit<Acl, "name" | "reach"> {
  const action = item.child("DefaultAction");
  if (action === null) item.gap("unparsed", "A web ACL was answered without its default action");
  const managed = ["ManagedByFirewallManager", "RetrofittedByFirewallManager"].map((one) => item.flag(one));
  return {
    description: item.text("Description"),
    defaultAction: action === null ? "unknown" : actionOf(action),
    capacity: item.int("Capacity"),
    ...visibility(item),
    tokenDomains: item.texts("TokenDomains").sort(),
    bodyLimits: bodyLimits(item),
    captchaSeconds: immunity(item, "CaptchaConfig"),
    challengeSeconds: immunity(item, "ChallengeConfig"),
    addressReputation: reputation(item.child("OnSourceDDoSProtectionConfig")),
    centrallyManaged: managed.includes(true),
    protectedFields: protectedFields(item),
    unmodelled: Object.keys(item.json)
      .filter((member) => !UNDERSTOOD.has(member) && item.json[member] !== null)
      .sort(),
  };
}

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_RequestBodyAssociatedResourceTypeConfig.html */
function bodyLimits(item: Item): Record<string, number> {
  const bodies = item.child("AssociationConfig")?.child("RequestBody") ?? null;
  const entries = Object.keys(bodies?.json ?? {})
    .sort()
    .flatMap((type) => {
      const limit = bodies?.child(type)?.text("DefaultSizeInspectionLimit") ?? null;
      const kilobytes = /^KB_(\d{1,4})$/.exec(limit ?? "")?.[1];
      if (kilobytes !== undefined) return [[word(type), Number(kilobytes) * 1024] as const];
      bodies?.gap("unmodelled", `How much of bodies is inspected is not known here: ${quoted(limit ?? "")}`);
      return [];
    });
  return Object.fromEntries(entries);
}

function immunity(item: Item, member: string): number | null {
  return item.child(member)?.child("ImmunityTimeProperty")?.int("ImmunityTime") ?? null;
}

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_OnSourceDDoSProtectionConfig.html */
function reputation(config: Item | null): string | null {
  const mode = config?.text("ALBLowReputationMode") ?? null;
  if (mode === null) return null;
  return mode === "ACTIVE_UNDER_DDOS" ? "under-attack" : word(mode);
}

function protectedFields(item: Item): Acl["protectedFields"] {
  const list = item.child("DataProtectionConfig")?.list("DataProtections") ?? [];
  return list.map((one) => {
    const field = one.child("Field");
    return {
      part: word(field?.text("FieldType") ?? "unknown"),
      names: field?.texts("FieldKeys").sort() ?? [],
      how: word(one.text("Action") ?? "unknown"),
    };
  });
}
