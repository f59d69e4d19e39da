import { ofEach } from "../../audit/each.js";
import { arnIn, ownId, thingNamed } from "../../audit/thing.js";
import { worded } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { type Place, scopeOf } from "../../place.js";
import { type Resource, tokens } from "../../resource.js";

const KIND = { kind: "command-document", type: "aws.ssm-document" } as const;
const OWN = [{ Key: "Owner", Values: ["Self"] }];

/** Documents of the account itself. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListDocuments.html */
export const commandDocuments: Resource = {
  service: "ssm",
  operation: "ListDocuments",
  list: "DocumentIdentifiers",
  actions: ["ssm:ListDocuments"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["ssm:DescribeDocumentPermission"],
  input: { Filters: OWN },
  isWhole: ({ Filters: filters }) => JSON.stringify(filters) === JSON.stringify(OWN),
  paging: tokens(50),
  normalize({ items, draft }) {
    for (const raw of items) {
      const found = thingNamed(raw, "Name", documentId);
      if (found === null) continue;
      const { item, name, base } = found;
      draft.node({
        ...{ ...base, ...KIND },
        is: {
          ...{ name, documentType: worded(item.text("DocumentType")), owner: item.text("Owner") },
          created: momentOf(item, "CreatedDate"),
        },
      });
    }
  },
};

/** Whom a document is shared with. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeDocumentPermission.html */
export const documentPermissions: Resource = {
  service: "ssm",
  operation: "DescribeDocumentPermission",
  list: "AccountIds",
  object: ["AccountIds", "AccountSharingInfoList"],
  actions: ["ssm:DescribeDocumentPermission"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(200),
  each: ofEach("ssm:ListDocuments", ["Name", "Name"], {
    more: { PermissionType: "Share" },
    node: documentId,
  }),
  normalize({ items: [whole], input, draft }) {
    const name = input["Name"];
    if (whole === undefined || typeof name !== "string") return;
    const id = documentId(draft.place, name);
    const item = whole.about(id);
    draft.node({
      ...{ ...KIND, id, label: name, scope: scopeOf(draft.place), native: item.json, pointer: "" },
      is: { name, sharedWith: sortedTexts(item.texts("AccountIds").map((one) => one.toLowerCase())) },
    });
  },
};

function documentId(place: Place, name: string): string {
  return arnIn(place, "ssm", `document/${name}`);
}

const PUBLIC = "/ssm/documents/console/public-sharing-permission";

/** Whether documents may be shared with everybody. https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html */
export const documentSharing: Resource = {
  service: "ssm",
  operation: "GetServiceSetting",
  list: "ServiceSetting",
  object: ["ServiceSetting"],
  actions: ["ssm:GetServiceSetting"],
  kinds: ["document-sharing"],
  types: ["aws.ssm-document-sharing"],
  scope: "region",
  optional: true,
  input: { SettingId: PUBLIC },
  normalize({ items: [whole], input, draft }) {
    const id = ownId("document-sharing", draft.place);
    const item = whole?.about(id).child("ServiceSetting") ?? null;
    const setting = input["SettingId"] ?? item?.text("SettingId");
    // Another setting was asked for.
    if (item === null || (typeof setting === "string" && !setting.endsWith(PUBLIC))) return;
    const value = item.text("SettingValue")?.toLowerCase();
    if (value !== "enable" && value !== "disable")
      item.gap(
        "unmodelled",
        "Whether documents may be shared with everybody is not told in words that are known here",
      );
    draft.node({
      ...{ id, kind: "document-sharing", type: "aws.ssm-document-sharing", label: "sharing of documents" },
      ...{ scope: scopeOf(draft.place), native: item.json, pointer: item.pointer },
      is: value === "enable" || value === "disable" ? { public: value === "enable" } : {},
    });
  },
};
