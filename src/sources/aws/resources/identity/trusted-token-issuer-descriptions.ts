import { globalScope } from "../../identity/iam-identity.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_DescribeTrustedTokenIssuer.html */
export const trustedTokenIssuerDescriptions: Resource = {
  service: "sso-admin",
  operation: "DescribeTrustedTokenIssuer",
  list: "TrustedTokenIssuerArn",
  object: ["TrustedTokenIssuerArn", "TrustedTokenIssuerConfiguration"],
  actions: ["sso:DescribeTrustedTokenIssuer"],
  kinds: ["token-issuer"],
  types: ["aws.trusted-token-issuer"],
  scope: "region",
  each: {
    of: "sso-admin:ListTrustedTokenIssuers",
    input(issuer) {
      const arn = issuer.text("TrustedTokenIssuerArn");
      return arn === null ? null : { TrustedTokenIssuerArn: arn };
    },
    node: ({ TrustedTokenIssuerArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole], draft }) {
    const id = whole?.text("TrustedTokenIssuerArn") ?? null;
    if (whole === undefined || id === null || partsOfArn(id) === null) {
      whole?.gap("unparsed", `${draft.place.call} answered without an ARN`);
      return;
    }
    const item = whole.about(id);
    const settings = item.child("TrustedTokenIssuerConfiguration")?.child("OidcJwtConfiguration") ?? null;
    if (settings === null) item.gap("unmodelled", "A trusted token issuer is not one of signed web tokens");
    const name = item.text("Name") ?? id.replace(/^.*\//s, "");
    draft.node({
      ...{ id, kind: "token-issuer", type: "aws.trusted-token-issuer", label: name },
      ...{ scope: globalScope(id), native: item.json, pointer: "" },
      is: { name, issuer: settings?.text("IssuerUrl") ?? null },
    });
  },
};
