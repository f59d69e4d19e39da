import { isObject, type JsonObject } from "../../../../model/index.js";
import { policyArn } from "../../data/copy-policy.js";
import { copiesOf, scheduleFacts } from "../../data/copy-schedule.js";
import type { Item } from "../../item.js";
import { isRegion } from "../../names.js";
import type { Resource } from "../../resource.js";

/** What a policy copies when, and where to: a rule for each schedule. https://docs.aws.amazon.com/dlm/latest/APIReference/API_GetLifecyclePolicy.html */
export const copyPolicyDescriptions: Resource = {
  service: "dlm",
  operation: "GetLifecyclePolicy",
  list: "Policy",
  object: ["Policy"],
  recognizes(answer) {
    const policy = answer?.["Policy"] ?? null;
    return isObject(policy) && Object.hasOwn(policy, "PolicyDetails");
  },
  actions: ["dlm:GetLifecyclePolicy"],
  kinds: ["copy-rule"],
  types: ["aws.lifecycle-policy", "aws.lifecycle-schedule"],
  scope: "region",
  each: {
    of: "dlm:GetLifecyclePolicies",
    input(policy) {
      const id = policy.text("PolicyId");
      return id === null ? null : { PolicyId: id };
    },
    node({ PolicyId: asked, Policy: told }, place) {
      const id = isObject(told ?? null) ? (told as JsonObject)["PolicyId"] : asked;
      return typeof id === "string" ? policyArn(place, id) : null;
    },
  },
  normalize({ items: [whole], draft }) {
    const raw = whole?.child("Policy") ?? null;
    const short = raw?.text("PolicyId") ?? null;
    if (raw === null || short === null) {
      whole?.gap("unparsed", "dlm:GetLifecyclePolicy answered with a policy that has no PolicyId");
      return;
    }
    addPolicy(raw.about(policyArn(draft.place, short)), short);
  },
};

function addPolicy(policy: Item, short: string): void {
  const { draft, pointer, json: native } = policy;
  const id = policyArn(draft.place, short);
  const details = policy.child("PolicyDetails");
  if (details === null) policy.gap("unparsed", `${short} was answered without its details`);
  const enabled = policy.text("State") === "ENABLED";
  const role = policy.text("ExecutionRoleArn");
  const tags = stringsOf(policy.child("Tags")?.json ?? {});
  const whole = { id, kind: "copy-rule", type: "aws.lifecycle-policy", label: short, tags } as const;
  const { keepDays, everySeconds, destinations, ...rest } = defaultFacts(details);
  draft.node({
    ...{ ...whole, aliases: [short], native, pointer },
    is: {
      ...{ ruleType: "lifecycle", name: policy.text("Description") ?? short, enabled, role, sources: [] },
      ...{ selection: selectionOf(details), keepDays, everySeconds, destinations, ...rest },
    },
  });
  for (const [index, schedule] of (details?.list("Schedules") ?? []).entries()) {
    const name = schedule.text("Name") ?? String(index);
    draft.node({
      ...{ id: `${id}#${index}`, kind: "copy-rule", type: "aws.lifecycle-schedule", label: name },
      ...{ native: schedule.json, pointer: schedule.pointer },
      is: {
        ...{ ruleType: "lifecycle", name, enabled, role, sources: [], selection: selectionOf(details) },
        ...scheduleFacts(schedule),
      },
    });
  }
}

/** Default policies, and those that copy what is shared with the account, have no schedules. */
function defaultFacts(details: Item | null) {
  const actions = details?.list("Actions").flatMap((action) => action.list("CrossRegionCopy")) ?? [];
  const targets = details?.list("CrossRegionCopyTargets").map((target) => target.text("TargetRegion")) ?? [];
  const days = details?.int("CreateInterval") ?? null;
  const account = details?.draft.place.account ?? null;
  const regions = targets.filter((region) => region !== null && isRegion(region));
  const copies = copiesOf(actions);
  return {
    ...copies,
    destinations: [...copies.destinations, ...regions.map((region) => ({ region, account, store: null }))],
    everySeconds: days === null ? null : days * 86_400,
    keepDays: details?.int("RetainInterval") ?? null,
  };
}

/** What is copied: by kind, tag and place. */
function selectionOf(details: Item | null): JsonObject | null {
  if (details === null) return null;
  const members = ["PolicyType", "ResourceTypes", "ResourceType", "ResourceLocations", "TargetTags"];
  const more = ["Exclusions", "EventSource"];
  const told = [...members, ...more].flatMap((member) => {
    const value = details.json[member];
    return value === undefined || value === null ? [] : [[member, value] as const];
  });
  return Object.fromEntries(told);
}

function stringsOf(tags: JsonObject): Record<string, string> {
  const texts = Object.entries(tags).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
