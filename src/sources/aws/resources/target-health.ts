import { formatAddress, parseAddress } from "../../../net/index.js";
import { isAccount, partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";
import type { Resource } from "../resource.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealthDescription.html */
export const targetHealth: Resource = {
  service: "elbv2",
  operation: "DescribeTargetHealth",
  list: "TargetHealthDescriptions",
  actions: ["elasticloadbalancing:DescribeTargetHealth"],
  kinds: ["target"],
  types: ["aws.target"],
  scope: "region",
  needsEnvelope: true,
  each: {
    of: "elbv2:DescribeTargetGroups",
    input(group) {
      const arn = group.text("TargetGroupArn");
      return arn === null ? null : { TargetGroupArn: arn };
    },
    node: ({ TargetGroupArn: arn }) => (typeof arn === "string" ? arn : null),
    relations: ["targets"],
  },
  normalize({ items, input, draft }) {
    const group = input["TargetGroupArn"];
    const parts = typeof group === "string" ? partsOfArn(group) : null;
    if (typeof group !== "string" || parts === null) return;
    const scope = scopeOf(draft.place, parts.account, parts.region);
    for (const raw of items) {
      const item = raw.about(group);
      const told = item.child("Target");
      const name = told?.text("Id") ?? null;
      if (told === null || name === null) {
        item.gap("unparsed", "elbv2:DescribeTargetHealth answered with a target that has no Id");
        continue;
      }
      const address = parseAddress(name);
      const target = address === null ? name : formatAddress(address);
      const port = told.int("Port");
      const health = item.child("TargetHealth");
      const from = draft.node({
        id: `${group}#${target}${port === null ? "" : `/${port}`}`,
        kind: "target",
        type: "aws.target",
        label: port === null ? target : `${target} port ${port}`,
        scope,
        is: {
          target,
          port,
          health: health?.text("State") ?? "unknown",
          reason: health?.text("Reason") ?? null,
        },
        native: item.json,
        pointer: item.pointer,
      });
      const { pointer } = item;
      draft.edge({ from, relation: "target_group", to: group, pointer });
      if (target.startsWith("i-")) draft.edge({ from, relation: "host", to: target, pointer });
      const other = partsOfArn(target);
      if (other?.resource.startsWith("loadbalancer/") && isAccount(other.account ?? ""))
        draft.edge({ from, relation: "load_balancer", to: target, pointer });
    }
  },
};
