import { accountId } from "../../arn.js";
import { byArn } from "../../balancer-identity.js";
import { addAccount } from "../../identity.js";
import type { Item } from "../../item.js";
import { type Place, scopeOf } from "../../place.js";
import { type Page, type Resource, tokens } from "../../resource.js";

const COMMON = { service: "shield", scope: "account", partitions: ["aws"] } as const;

/** Without a subscription there is nothing to ask: the other calls fail then. */
const EACH = {
  of: "shield:GetSubscriptionState",
  input: (state: Item) => (state.text("SubscriptionState") === "ACTIVE" ? {} : null),
  node: (_input: object, place: Place) => subscriptionId(place),
} as const;

function subscriptionId({ account = "" }: Place): string {
  return `aws:shield-subscription:${account}`;
}

/** Shield Advanced. https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_GetSubscriptionState.html */
export const shieldSubscriptionState: Resource = {
  ...COMMON,
  operation: "GetSubscriptionState",
  list: "SubscriptionState",
  object: ["SubscriptionState"],
  actions: ["shield:GetSubscriptionState"],
  kinds: ["shield-subscription"],
  types: ["aws.shield-subscription"],
  optional: true,
  normalize(page) {
    const [whole] = page.items;
    if (whole === undefined) return;
    const told = whole.about(subscriptionId(page.draft.place)).text("SubscriptionState");
    addSubscription(page, { state: (told ?? "unknown").toLowerCase() });
  },
};

function addSubscription({ draft, output }: Page, is: object): void {
  const { account, partition } = draft.place;
  const from = draft.node({
    ...{ id: subscriptionId(draft.place), kind: "shield-subscription", type: "aws.shield-subscription" },
    ...{ label: `Shield Advanced of ${account ?? "unknown"}`, scope: scopeOf(draft.place), is },
    ...{ native: output, pointer: "" },
  });
  if (account === undefined) return;
  addAccount(draft, account, { pointer: "", native: {}, partition });
  draft.edge({ from, relation: "account", to: accountId(partition, account), pointer: "" });
}

/** https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_Subscription.html */
export const shieldSubscription: Resource = {
  ...COMMON,
  operation: "DescribeSubscription",
  list: "Subscription",
  object: ["Subscription"],
  recognizes: (whole) => JSON.stringify(whole?.["Subscription"] ?? null).includes("SubscriptionLimits"),
  actions: ["shield:DescribeSubscription"],
  kinds: ["shield-subscription"],
  types: ["aws.shield-subscription"],
  each: EACH,
  normalize(page) {
    const item = page.items[0]?.about(subscriptionId(page.draft.place)).child("Subscription") ?? null;
    if (item === null) return;
    const renews = item.text("AutoRenew");
    addSubscription(page, {
      proactiveEngagement: item.text("ProactiveEngagementStatus")?.toLowerCase() ?? null,
      renews: renews === null ? null : renews === "ENABLED",
      ends: item.text("EndTime"),
    });
  },
};

/** https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_Protection.html */
export const shieldProtections: Resource = {
  ...COMMON,
  operation: "ListProtections",
  list: "Protections",
  actions: ["shield:ListProtections"],
  kinds: ["shield-protection"],
  types: ["aws.shield-protection"],
  each: { ...EACH, hides: true },
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const protection = byArn(raw, "ProtectionArn");
      if (protection === null) continue;
      const { id, item } = protection;
      const { pointer } = item;
      const name = item.text("Name") ?? id;
      const resource = item.text("ResourceArn") ?? "";
      draft.node({
        ...{ id, kind: "shield-protection", type: "aws.shield-protection", label: name },
        ...{ scope: scopeOf(draft.place), native: item.json, pointer },
        is: {
          name,
          resource,
          automaticResponse: responseOf(item),
          healthChecks: item.texts("HealthCheckIds").sort(),
        },
      });
      // Zones and accelerators may be protected too, and are no nodes of this kind.
      const to = protectedNode(resource);
      draft.edge({ from: id, relation: "protected", to, pointer });
    }
  },
};

/** An elastic address is named by its allocation, whichever word stands before it. */
function protectedNode(arn: string): string | null {
  const allocation = /:eip-allocation\/(eipalloc-[0-9a-z]+)$/.exec(arn)?.[1];
  if (allocation !== undefined) return allocation;
  return /^arn:[a-z-]+:(?:cloudfront|elasticloadbalancing):/.test(arn) ? arn : null;
}

function responseOf(item: Item): string | null {
  const config = item.child("ApplicationLayerAutomaticResponseConfiguration");
  if (config?.text("Status") !== "ENABLED") return null;
  const action = config.child("Action");
  return action?.child("Block") != null ? "block" : action?.child("Count") != null ? "count" : "unknown";
}
