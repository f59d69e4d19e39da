import type { JsonObject } from "../../../../model/index.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { isGlobalArn } from "../../web/waf-identity.js";
import { WAF_CALL } from "../../web/waf-list.js";

/** What a regional ACL may protect, of what is modelled. Without a type, load balancers are meant. */
const TYPES = [
  "APPLICATION_LOAD_BALANCER",
  "API_GATEWAY",
  "APPSYNC",
  "COGNITO_USER_POOL",
  "APP_RUNNER_SERVICE",
  "VERIFIED_ACCESS_INSTANCE",
];

/**
 * What a regional web ACL protects; a distribution names its ACL itself.
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_ListResourcesForWebACL.html
 */
export const webAclResources: Resource = {
  service: "wafv2",
  operation: "ListResourcesForWebACL",
  list: "ResourceArns",
  object: ["ResourceArns"],
  needsEnvelope: true,
  actions: ["wafv2:ListResourcesForWebACL"],
  kinds: ["web-acl"],
  types: ["aws.web-acl"],
  ...WAF_CALL,
  each: {
    of: "wafv2:ListWebACLs",
    input(acl): JsonObject[] | null {
      const arn = acl.text("ARN");
      if (arn === null || isGlobalArn(arn)) return null;
      return TYPES.map((ResourceType) => ({ WebACLArn: arn, ResourceType }));
    },
    node({ WebACLArn: arn, ResourceType: type }) {
      if (typeof arn !== "string") return null;
      return `${arn} for ${typeof type === "string" ? type : TYPES[0]}`;
    },
    // Who is protected does not show on the ACL: without the answer anybody may be.
    hides: true,
  },
  normalize({ items: [whole], input, draft }) {
    const to = input["WebACLArn"];
    if (whole === undefined || typeof to !== "string") return;
    for (const arn of whole.about(to).texts("ResourceArns")) {
      const { account, region } = partsOfArn(arn) ?? {};
      // An API's stage has no account in its ARN.
      draft.edge({ from: arn, relation: "web_acl", to, pointer: "/ResourceArns", account, region });
    }
  },
};
