import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { locationOf, SCHEMES, syncTls } from "../../stores/sync-location.js";

/** One call for each kind of location, told by its URI. https://docs.aws.amazon.com/datasync/latest/userguide/API_DescribeLocationS3.html and its likes. */
export const SYNC_LOCATION_DESCRIPTIONS: readonly Resource[] = SCHEMES.map(({ operation, endType }) => ({
  ...{ service: "datasync", operation, list: "LocationArn", object: ["LocationArn", "LocationUri"] },
  // A bare answer is of whatever its URI says.
  recognizes: (whole) => describes(whole?.["LocationUri"], operation),
  ...{ actions: [`datasync:${operation}`], kinds: ["transfer-end"], types: ["aws.sync-location"] },
  scope: "region",
  each: {
    of: "datasync:ListLocations",
    input(location) {
      const arn = location.text("LocationArn");
      return arn === null || !describes(location.text("LocationUri"), operation)
        ? null
        : { LocationArn: arn };
    },
    node: ({ LocationArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole] }) {
    const end = byArn(whole ?? null, "LocationArn");
    if (end === null) return;
    const { id, item } = end;
    addData(end, {
      ...{ kind: "transfer-end", type: "aws.sync-location", name: item.text("LocationUri") ?? id },
      is: {
        ...{ encryptedInTransit: syncTls(item, endType), authenticated: authenticatedBy(item) },
        role: item.child("S3Config")?.text("BucketAccessRoleArn") ?? item.text("FileSystemAccessRoleArn"),
        agents: sortedTexts([
          ...item.texts("AgentArns"),
          ...(item.child("OnPremConfig")?.texts("AgentArns") ?? []),
        ]),
      },
    });
  },
}));

const NOWHERE = { call: "", partition: "aws", at: () => ({ source: "aws", uri: "" }) };

function describes(uri: unknown, operation: string): boolean {
  return typeof uri === "string" && locationOf(uri, NOWHERE)?.operation === operation;
}

function authenticatedBy(item: Item): boolean | null {
  const way = item.text("AuthenticationType");
  return way === null ? null : way !== "NONE" && way !== "SIMPLE";
}
