import { globalScope, nameIn } from "../../identity/iam-identity.js";
import { metadataOf } from "../../identity/saml-metadata.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { tagsOf } from "../../tags.js";

/** Whom a SAML provider is, where it signs people in, and by which certificates. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html */
export const samlProviderDescriptions: Resource = {
  service: "iam",
  operation: "GetSAMLProvider",
  list: "SAMLMetadataDocument",
  object: ["SAMLMetadataDocument"],
  actions: ["iam:GetSAMLProvider"],
  kinds: ["identity-provider"],
  types: ["aws.saml-provider"],
  scope: "account",
  needsEnvelope: true,
  each: {
    of: "iam:ListSAMLProviders",
    input(provider) {
      const arn = provider.text("Arn");
      return arn === null ? null : { SAMLProviderArn: arn };
    },
    node: ({ SAMLProviderArn: arn }) => (typeof arn === "string" && partsOfArn(arn) !== null ? arn : null),
  },
  normalize({ items: [whole], input, draft }) {
    const id = input["SAMLProviderArn"];
    if (whole === undefined || typeof id !== "string") return;
    const item = whole.about(id);
    const { SAMLMetadataDocument: _long, ...native } = item.json;
    draft.node({
      ...{ id, kind: "identity-provider", type: "aws.saml-provider", label: nameIn(id), tags: tagsOf(item) },
      scope: globalScope(id),
      is: {
        ...{ name: nameIn(id), protocol: "saml" },
        ...{ validUntil: momentOf(item, "ValidUntil"), created: momentOf(item, "CreateDate") },
        encryption: item.text("AssertionEncryptionMode")?.toLowerCase() ?? null,
        ...told(item),
      },
      native,
      pointer: "/SAMLMetadataDocument",
    });
  },
};

function told(item: Item) {
  const text = item.text("SAMLMetadataDocument");
  if (text !== null) return metadataOf(item.inside("SAMLMetadataDocument"), text) ?? {};
  item.gap("unparsed", "A SAML provider was answered without its metadata");
  return {};
}
