import { sortedTexts } from "../../block.js";
import { globalScope } from "../../identity/iam-identity.js";
import { momentOf } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html */
export const oidcProviderDescriptions: Resource = {
  service: "iam",
  operation: "GetOpenIDConnectProvider",
  list: "Url",
  object: ["Url", "ThumbprintList"],
  actions: ["iam:GetOpenIDConnectProvider"],
  kinds: ["identity-provider"],
  types: ["aws.oidc-provider"],
  scope: "account",
  needsEnvelope: true,
  each: {
    of: "iam:ListOpenIDConnectProviders",
    input(provider) {
      const arn = provider.text("Arn");
      return arn === null ? null : { OpenIDConnectProviderArn: arn };
    },
    node: ({ OpenIDConnectProviderArn: arn }) =>
      typeof arn === "string" && partsOfArn(arn) !== null ? arn : null,
  },
  normalize({ items: [whole], input, draft }) {
    const id = input["OpenIDConnectProviderArn"];
    if (whole === undefined || typeof id !== "string") return;
    const item = whole.about(id);
    const name = id.replace(/^.*?:oidc-provider\//s, "");
    const url = item.text("Url");
    if (url === null) item.gap("unparsed", "A provider of web identities was answered without its URL");
    draft.node({
      ...{ id, kind: "identity-provider", type: "aws.oidc-provider", label: name, tags: tagsOf(item) },
      scope: globalScope(id),
      is: {
        ...{ name, protocol: "oidc", created: momentOf(item, "CreateDate") },
        // The answer leaves the scheme out; IAM takes no other (API_CreateOpenIDConnectProvider).
        issuer: url === null ? null : url.startsWith("https://") ? url : `https://${url}`,
        audiences: sortedTexts(item.texts("ClientIDList")),
        thumbprints: sortedTexts(item.texts("ThumbprintList").map((text) => text.toLowerCase())),
      },
      native: item.json,
      pointer: "",
    });
  },
};
