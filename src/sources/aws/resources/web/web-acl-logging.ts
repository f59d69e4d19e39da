import type { FactsByKind } from "../../../../model/index.js";
import type { Item } from "../../item.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { requestPart, word } from "../../web/request-part.js";
import { wafIdentity } from "../../web/waf-identity.js";
import { WAF_LIST, WAF_PAGES } from "../../web/waf-list.js";

type Log = FactsByKind["web-log"];

/** What web ACLs write down, and where. https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html */
export const webAclLogging: Resource = {
  service: "wafv2",
  operation: "ListLoggingConfigurations",
  list: "LoggingConfigurations",
  // Verified Access lists its own under this member, by their instances.
  recognizes: (first) => first === undefined || typeof first["ResourceArn"] === "string",
  actions: ["wafv2:ListLoggingConfigurations"],
  kinds: ["web-log"],
  types: ["aws.web-acl-log"],
  ...WAF_LIST,
  // An ACL that is not in the list logs nothing: so the list must be there where ACLs are.
  neededWith: ["wafv2:ListWebACLs"],
  paging: WAF_PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const acl = wafIdentity(raw, "ResourceArn");
      if (acl === null) continue;
      const { id: to, name, scope, item } = acl;
      const { pointer } = item;
      const owner = word(item.text("LogScope") ?? "CUSTOMER");
      const from = draft.node({
        ...{ id: `${to}#log/${owner}`, kind: "web-log", type: "aws.web-acl-log", scope, pointer },
        label: `log of ${name}`,
        is: { owner, ...factsOf(item) },
        native: item.json,
      });
      draft.edge({ from, relation: "logs", to, pointer });
    }
  },
};

function factsOf(item: Item): Omit<Log, "owner"> {
  const filter = item.child("LoggingFilter");
  return {
    destinations: item.texts("LogDestinationConfigs").map(destinationOf),
    keeps: filter === null ? "keep" : word(filter.text("DefaultBehavior") ?? "unknown"),
    filters: filter?.list("Filters").map(filterOf) ?? [],
    redacted: item.list("RedactedFields").map(requestPart),
    centrallyManaged: item.flag("ManagedByFirewallManager") ?? false,
  };
}

/** A bucket, a group of logs or a delivery stream, by its ARN. */
function destinationOf(arn: string): Log["destinations"][number] {
  const service = /^arn:[a-z-]+:([a-z0-9-]+):/.exec(arn)?.[1] ?? "";
  const type = new Map([
    ["s3", "bucket"],
    ["logs", "log-group"],
    ["firehose", "stream"],
  ]).get(service);
  const resource = (partsOfArn(arn)?.resource ?? arn).replace(/^(?:log-group:|deliverystream\/)/, "");
  return { type: type ?? "unknown", name: resource.replace(/:\*$/, "") };
}

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_Filter.html */
function filterOf(item: Item): Log["filters"][number] {
  const conditions = item.list("Conditions");
  const actions = conditions.flatMap((one) => one.child("ActionCondition")?.text("Action") ?? []);
  return {
    keep: item.text("Behavior") !== "DROP",
    all: item.text("Requirement") === "MEETS_ALL",
    actions: actions.map(word).sort(),
    labels: conditions.flatMap((one) => one.child("LabelNameCondition")?.text("LabelName") ?? []).sort(),
  };
}
