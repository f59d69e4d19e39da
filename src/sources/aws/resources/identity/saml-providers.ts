import { iamIdentity } from "../../identity/iam-identity.js";
import { inAccount } from "../../identity/iam-principal.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html */
export const samlProviders: Resource = {
  service: "iam",
  operation: "ListSAMLProviders",
  list: "SAMLProviderList",
  actions: ["iam:ListSAMLProviders"],
  kinds: ["identity-provider"],
  types: ["aws.saml-provider"],
  scope: "account",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const provider = iamIdentity(raw);
      if (provider === null) continue;
      const { item, base } = provider;
      const [validUntil, created] = [momentOf(item, "ValidUntil"), momentOf(item, "CreateDate")];
      draft.node({
        ...base,
        kind: "identity-provider",
        type: "aws.saml-provider",
        is: { name: base.label, protocol: "saml", validUntil, created },
      });
      inAccount(provider);
    }
  },
};
