import { byArn } from "../../balancer-identity.js";
import { EACH_SECRET } from "../../data/secret.js";
import { tellOfStore } from "../../data/store.js";
import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";

/** A secret without a policy answers with its names alone. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html */
export const secretPolicies: Resource = {
  service: "secretsmanager",
  operation: "GetResourcePolicy",
  list: "ARN",
  object: ["ARN", "Name"],
  recognizes: (answer) => typeof answer?.["ResourcePolicy"] === "string",
  actions: ["secretsmanager:GetResourcePolicy"],
  kinds: ["data-store"],
  types: ["aws.secret"],
  scope: "region",
  each: {
    ...EACH_SECRET,
    // While it waits for its end nobody may use it, and the API refuses to tell its policy.
    input: (secret, asked) => (secret.json["DeletedDate"] == null ? EACH_SECRET.input(secret, asked) : null),
  },
  normalize({ items }) {
    for (const raw of items) {
      const secret = byArn(raw, "ARN");
      if (secret === null) continue;
      const { id, item, scope } = secret;
      const is = { policy: documentOf(item, "ResourcePolicy") };
      tellOfStore({ ...{ id, item, scope, type: "aws.secret", label: item.text("Name") ?? id, is } });
    }
  },
};
