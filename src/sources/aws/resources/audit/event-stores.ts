import { ofEach } from "../../audit/each.js";
import { recordedBy } from "../../audit/events.js";
import { inAccount, type Thing, thingByArn } from "../../audit/thing.js";
import { keyEdge } from "../../audit/trail.js";
import { wordedOr } from "../../audit/wording.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";

const KIND = { kind: "event-store", type: "aws.cloudtrail-event-store" } as const;

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListEventDataStores.html */
export const eventStores: Resource = {
  service: "cloudtrail",
  operation: "ListEventDataStores",
  list: "EventDataStores",
  actions: ["cloudtrail:ListEventDataStores"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["cloudtrail:DescribeTrails", "cloudtrail:GetEventDataStore"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const store = thingByArn(raw, "EventDataStoreArn", "Name");
      if (store === null) continue;
      draft.node({ ...store.base, ...KIND, is: { name: store.name } });
      inAccount(store, "accounts");
    }
  },
};

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventDataStore.html */
export const eventStoreDescriptions: Resource = {
  service: "cloudtrail",
  operation: "GetEventDataStore",
  list: "EventDataStoreArn",
  object: ["EventDataStoreArn", "RetentionPeriod"],
  actions: ["cloudtrail:GetEventDataStore"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  each: ofEach("cloudtrail:ListEventDataStores", ["EventDataStoreArn", "EventDataStore"]),
  normalize({ items: [whole] }) {
    const store = whole === undefined ? null : thingByArn(whole, "EventDataStoreArn", "Name");
    if (store === null) return;
    describe(store);
    inAccount(store, "accounts");
  },
};

function describe({ id, item, name, base }: Thing): void {
  const key = item.text("KmsKeyId") || null;
  const federation = item.text("FederationStatus");
  item.draft.node({
    ...{ ...base, ...KIND },
    is: {
      ...{ name, key, ...recordedBy(item) },
      state: wordedOr(item.text("Status")),
      multiRegion: item.flag("MultiRegionEnabled"),
      organization: item.flag("OrganizationEnabled"),
      retentionDays: item.int("RetentionPeriod"),
      deletionProtection: item.flag("TerminationProtectionEnabled"),
      federated: federation === null ? null : federation === "ENABLED",
      created: momentOf(item, "CreatedTimestamp"),
    },
  });
  keyEdge(item, id, key);
}
