import { nameInArn } from "./balancer-identity.js";
import { partsOfArn } from "./names.js";
import { scopeOf } from "./place.js";
import type { Page } from "./resource.js";

/** What settings may be asked of, by the member of the question that names it. */
const OWNERS = {
  LoadBalancerArn: { kind: "load-balancer", type: "aws.load-balancer" },
  TargetGroupArn: { kind: "target-group", type: "aws.target-group" },
} as const;

/** Settings of a load balancer or target group, under the API's own keys, as a fact of what was asked about. */
export function addAttributes({ items, input, draft }: Page, asked: keyof typeof OWNERS): void {
  const id = input[asked];
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
    ...OWNERS[asked],
    id,
    label: nameInArn(parts.resource),
    scope: scopeOf(draft.place, parts.account, parts.region),
    is: { attributes: Object.fromEntries(attributes) },
    native: {},
    pointer: "",
  });
}
