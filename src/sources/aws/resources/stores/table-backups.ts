import type { Resource } from "../../resource.js";
import { addData, withId } from "../../stores/data-node.js";
import { EACH_TABLE, tableArn } from "../../stores/table-identity.js";

/** The longest that moments can be restored, unless the table says otherwise (API_PointInTimeRecoveryDescription). */
const MOST_DAYS = 35;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html */
export const tableBackups: Resource = {
  service: "dynamodb",
  operation: "DescribeContinuousBackups",
  list: "ContinuousBackupsDescription",
  object: ["ContinuousBackupsDescription"],
  actions: ["dynamodb:DescribeContinuousBackups"],
  kinds: ["data-store"],
  types: ["aws.table"],
  scope: "region",
  needsEnvelope: true,
  each: EACH_TABLE,
  normalize({ items: [whole], input, draft }) {
    const name = input["TableName"];
    if (whole === undefined || typeof name !== "string") return;
    const table = withId(whole, tableArn(draft.place, name));
    const told = table.item.child("ContinuousBackupsDescription")?.child("PointInTimeRecoveryDescription");
    const status = told?.text("PointInTimeRecoveryStatus") ?? null;
    const days = status === "ENABLED" ? (told?.int("RecoveryPeriodInDays") ?? MOST_DAYS) : 0;
    const pointInTimeDays = status === null ? null : days;
    addData(table, { kind: "data-store", type: "aws.table", name, is: { pointInTimeDays } });
  },
};
