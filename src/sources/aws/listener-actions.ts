import type { FactsByKind } from "../../model/index.js";
import { quoted } from "./block.js";
import type { Item } from "./item.js";

type Forward = FactsByKind["listener-rule"]["forwards"][number];

/** Actions that ask a client for something and let the next action decide what becomes of its request. */
const BEFORE: ReadonlySet<string> = new Set(["authenticate-oidc", "authenticate-cognito", "jwt-validation"]);
/** Actions with which a request ends. */
const LAST: ReadonlySet<string> = new Set(["forward", "redirect", "fixed-response"]);

/** What becomes of a request in the end; an action that is not known here leaves a gap and counts. */
export function actionOf(actions: readonly Item[]): string {
  const types = actions.map((action) => {
    const type = action.text("Type") ?? "unknown";
    if (!BEFORE.has(type) && !LAST.has(type))
      action.gap("unmodelled", `What a listener does by ${quoted(type)} is not known here`);
    return type;
  });
  return types.find((type) => !BEFORE.has(type)) ?? types.at(-1) ?? "unknown";
}

/** The protocol of a redirect: `#{protocol}`, and no protocol at all, keep the one that the request came with. */
export function redirectOf(actions: readonly Item[], protocol: string | null): string | null {
  const redirect = actions.map((action) => action.child("RedirectConfig")).find((config) => config !== null);
  if (redirect == null) return null;
  const target = redirect.text("Protocol");
  return target === null || target === "#{protocol}" ? protocol : target;
}

/**
 * The target groups that actions forward to, sorted. One that stands alone is named beside the weighted ones too
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html).
 */
export function forwardsOf(actions: readonly Item[]): Forward[] {
  const forwards = new Map<string, Forward>();
  for (const action of actions) {
    const config = action.child("ForwardConfig");
    const sticky = config?.child("TargetGroupStickinessConfig")?.flag("Enabled") ?? false;
    for (const weighted of config?.list("TargetGroups") ?? []) {
      const group = weighted.text("TargetGroupArn");
      if (group !== null) forwards.set(group, { group, weight: weighted.int("Weight"), sticky });
    }
    const alone = action.text("TargetGroupArn");
    if (alone !== null && !forwards.has(alone)) forwards.set(alone, { group: alone, weight: null, sticky });
  }
  return [...forwards.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
}
