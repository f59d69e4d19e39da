import { askBy } from "../../hybrid/asked.js";
import { WIDE_AREA } from "../../hybrid/wide-area.js";
import type { Item } from "../../item.js";
import { isAccount, partsOfArn } from "../../names.js";
import { scopeOf } from "../../place.js";
import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";

/** What is attached to core networks. https://docs.aws.amazon.com/networkmanager/latest/APIReference/API_Attachment.html */
export const coreNetworkAttachments: Resource = {
  ...WIDE_AREA,
  operation: "ListAttachments",
  list: "Attachments",
  actions: ["networkmanager:ListAttachments"],
  kinds: ["attachment"],
  types: ["aws.core-network-attachment"],
  optional: true,
  neededWith: ["networkmanager:ListCoreNetworks"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("AttachmentId");
      if (short === null || short === "") {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no AttachmentId`);
        continue;
      }
      addAttachment(raw, short);
    }
  },
};

function addAttachment(raw: Item, short: string): void {
  const { draft } = raw;
  const said = raw.text("OwnerAccountId");
  const owner = said !== null && isAccount(said) ? said : draft.place.account;
  const id = `arn:${draft.place.partition}:networkmanager::${owner ?? ""}:attachment/${short}`;
  const item = raw.about(id);
  const resource = item.text("ResourceArn");
  const edge = item.text("EdgeLocation");
  draft.node({
    ...{ id, kind: "attachment", type: "aws.core-network-attachment", label: short, aliases: [short] },
    ...{ scope: scopeOf(draft.place, owner), native: item.json, pointer: item.pointer },
    is: {
      attachmentType: (item.text("AttachmentType") ?? "unknown").toLowerCase().replaceAll("_", "-"),
      state: (item.text("State") ?? "unknown").toLowerCase().replaceAll("_", "-"),
      resource: resource?.split("/").at(-1) ?? null,
      resourceAccount: resource === null ? null : (partsOfArn(resource)?.account ?? null),
      segment: item.text("SegmentName"),
      regions: edge === null ? item.texts("EdgeLocations").sort() : [edge],
    },
  });
  link(item, id, resource);
}

/** What a core network does with packets is written in its policy alone, and no walk follows it. */
function link(item: Item, from: string, resource: string | null): void {
  const { draft, pointer } = item;
  draft.edge({ from, relation: "gateway", to: item.text("CoreNetworkArn"), pointer });
  const relation = TARGETS.find(([word]) => partsOfArn(resource ?? "")?.resource.startsWith(word))?.[1];
  if (relation !== undefined) draft.edge({ from, relation, to: resource, pointer });
  const message = "What goes through an attachment of a core network is not modelled";
  draft.gap("unmodelled", message, { pointer, touches: { nodes: [from], facts: ["carried"] } });
}

const TARGETS = [
  ["vpc/", "network"],
  ["vpn-connection/", "vpn_connection"],
  ["dx-gateway/", "direct_connect_gateway"],
] as const;

/** The policy that is in force. https://docs.aws.amazon.com/network-manager/latest/cloudwan/cloudwan-policies-json.html */
export const coreNetworkPolicies: Resource = {
  service: "networkmanager",
  operation: "GetCoreNetworkPolicy",
  list: "CoreNetworkPolicy",
  object: ["CoreNetworkPolicy"],
  actions: ["networkmanager:GetCoreNetworkPolicy"],
  kinds: ["gateway"],
  types: ["aws.core-network"],
  scope: "account",
  partitions: WIDE_AREA.partitions,
  // One that was made and never given a policy.
  none: ["ResourceNotFoundException"],
  needsEnvelope: true,
  each: {
    of: "networkmanager:ListCoreNetworks",
    input(core) {
      const asked = askBy("CoreNetworkId")(core);
      return asked === null ? null : { ...asked, Alias: "LIVE" };
    },
    node: ({ CoreNetworkId: id }) => (typeof id === "string" ? id : null),
  },
  normalize({ items: [whole], input, draft }) {
    const short = input["CoreNetworkId"];
    if (typeof short !== "string") return;
    const policy = whole?.child("CoreNetworkPolicy") ?? null;
    const { partition, account = "" } = draft.place;
    const id = `arn:${partition}:networkmanager::${account}:core-network/${short}`;
    const corePolicy = policy === null ? null : documentOf(policy.about(id), "PolicyDocument");
    draft.node({
      ...{ id, kind: "gateway", type: "aws.core-network", label: short, aliases: [short] },
      ...{ is: { corePolicy }, native: {}, pointer: policy?.pointer ?? "" },
    });
  },
};
