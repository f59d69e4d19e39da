import { policyArn } from "../../data/copy-policy.js";
import { wordOrNull } from "../../data/words.js";
import type { Resource } from "../../resource.js";

/** Schedules of snapshots and images. https://docs.aws.amazon.com/dlm/latest/APIReference/API_GetLifecyclePolicies.html */
export const copyPolicies: Resource = {
  service: "dlm",
  operation: "GetLifecyclePolicies",
  list: "Policies",
  recognizes: (first) => typeof first?.["PolicyId"] === "string" && typeof first["PolicyType"] === "string",
  actions: ["dlm:GetLifecyclePolicies"],
  kinds: ["copy-rule"],
  types: ["aws.lifecycle-policy"],
  scope: "region",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("PolicyId");
      if (short === null) {
        raw.gap("unparsed", "dlm:GetLifecyclePolicies answered with a policy that has no PolicyId");
        continue;
      }
      const id = policyArn(draft.place, short);
      const { json: native, pointer } = raw;
      draft.node({
        ...{
          id,
          kind: "copy-rule",
          type: "aws.lifecycle-policy",
          label: short,
          aliases: [short],
          native,
          pointer,
        },
        is: { ruleType: "lifecycle", enabled: wordOrNull(raw.about(id).text("State")) === "enabled" },
      });
    }
  },
};
