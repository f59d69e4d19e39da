import { iamIdentity } from "../../identity/iam-identity.js";
import { inAccount } from "../../identity/iam-principal.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html */
export const oidcProviders: Resource = {
  service: "iam",
  operation: "ListOpenIDConnectProviders",
  list: "OpenIDConnectProviderList",
  actions: ["iam:ListOpenIDConnectProviders"],
  kinds: ["identity-provider"],
  types: ["aws.oidc-provider"],
  scope: "account",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const provider = iamIdentity(raw);
      if (provider === null) continue;
      const { base } = provider;
      draft.node({
        ...base,
        kind: "identity-provider",
        type: "aws.oidc-provider",
        label: base.id.replace(/^.*?:oidc-provider\//s, ""),
        is: { protocol: "oidc" },
      });
      inAccount(provider);
    }
  },
};
