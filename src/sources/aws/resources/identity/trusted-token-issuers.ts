import { globalScope } from "../../identity/iam-identity.js";
import { eachInstance } from "../../identity/permission-set.js";
import { partsOfArn } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

/** Issuers whose tokens an instance takes. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListTrustedTokenIssuers.html */
export const trustedTokenIssuers: Resource = {
  service: "sso-admin",
  operation: "ListTrustedTokenIssuers",
  list: "TrustedTokenIssuers",
  actions: ["sso:ListTrustedTokenIssuers"],
  kinds: ["token-issuer"],
  types: ["aws.trusted-token-issuer"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: eachInstance(["token_issuers"]),
  normalize({ items, input, draft }) {
    const instance = input["InstanceArn"];
    for (const raw of items) {
      const id = raw.text("TrustedTokenIssuerArn");
      if (id === null || partsOfArn(id) === null) {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no TrustedTokenIssuerArn`);
        continue;
      }
      const { pointer, json: native } = raw;
      draft.node({
        ...{ id, kind: "token-issuer", type: "aws.trusted-token-issuer", scope: globalScope(id) },
        label: raw.text("Name") ?? id.replace(/^.*\//s, ""),
        ...{ is: {}, native, pointer },
      });
      const to = typeof instance === "string" ? instance : null;
      draft.edge({ from: id, relation: "identity_center", to, pointer });
    }
  },
};
