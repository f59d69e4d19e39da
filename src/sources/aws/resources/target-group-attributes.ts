import { nameInArn } from "../balancer-identity.js";
import { partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";
import type { Resource } from "../resource.js";

/**
 * Settings of one target group, under the API's own keys: whose address its targets see, and from which zones.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export const targetGroupAttributes: Resource = {
  service: "elbv2",
  operation: "DescribeTargetGroupAttributes",
  list: "Attributes",
  actions: ["elasticloadbalancing:DescribeTargetGroupAttributes"],
  kinds: [],
  types: ["aws.target-group"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  // Without an envelope these are attributes, of what nobody can say: a load balancer's are as good.
  recognizes: () => false,
  each: {
    of: "elbv2:DescribeTargetGroups",
    input(group) {
      const arn = group.text("TargetGroupArn");
      return arn === null ? null : { TargetGroupArn: arn };
    },
    node: ({ TargetGroupArn: arn }) => (typeof arn === "string" ? arn : null),
    relations: ["attributes"],
  },
  normalize({ items, input, draft }) {
    const id = input["TargetGroupArn"];
    const parts = typeof id === "string" ? partsOfArn(id) : null;
    if (typeof id !== "string" || parts === null) return;
    const attributes = items.flatMap((raw) => {
      const item = raw.about(id);
      const key = item.text("Key");
      if (key === null) item.gap("unparsed", `An attribute of ${id} has no Key`);
      const value = item.text("Value");
      // A value that cannot be read is none, as if nobody had told it.
      if (key === null || (value === null && item.json["Value"] != null)) return [];
      return [[key, value ?? ""] as const];
    });
    draft.node({
      id,
      kind: "target-group",
      type: "aws.target-group",
      label: nameInArn(parts.resource),
      scope: scopeOf(draft.place, parts.account, parts.region),
      is: { attributes: Object.fromEntries(attributes) },
      native: {},
      pointer: "",
    });
  },
};
