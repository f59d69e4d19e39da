import { sortedTexts } from "../../block.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { addData, partOf, withId } from "../../stores/data-node.js";
import { conditionsOf, planArn } from "../../stores/vault.js";

/** What a plan backs up: ARNs, patterns of them, tags. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupSelection.html */
export const backupSelectionDescriptions: Resource = {
  service: "backup",
  operation: "GetBackupSelection",
  list: "BackupSelection",
  object: ["BackupSelection", "SelectionId", "BackupPlanId"],
  actions: ["backup:GetBackupSelection"],
  kinds: ["copy-rule"],
  types: ["aws.backup-selection"],
  scope: "region",
  each: {
    of: "backup:ListBackupSelections",
    input(selection) {
      const [plan, id] = [selection.text("BackupPlanId"), selection.text("SelectionId")];
      return plan === null || id === null ? null : { BackupPlanId: plan, SelectionId: id };
    },
    node: ({ BackupPlanId: plan, SelectionId: id }, place) =>
      typeof plan === "string" && typeof id === "string" ? `${planArn(place, plan)}#selection/${id}` : null,
  },
  normalize({ items: [whole], draft }) {
    const [plan, id] = [whole?.text("BackupPlanId") ?? null, whole?.text("SelectionId") ?? null];
    const told = whole?.child("BackupSelection") ?? null;
    if (told === null || plan === null || id === null) {
      whole?.gap("unparsed", `${draft.place.call} answered with a selection that has no id and plan`);
      return;
    }
    const found = partOf(withId(told, planArn(draft.place, plan)), `selection/${id}`);
    const sources = sortedTexts(found.item.texts("Resources"));
    const named = sources.filter(isStore);
    addData(found, {
      ...{ kind: "copy-rule", type: "aws.backup-selection", name: found.item.text("SelectionName") ?? id },
      is: {
        ...{ sources: sources.filter((one) => !one.includes("*")) },
        selection: conditionsOf(found.item.json, ["Conditions", "ListOfTags", "NotResources", "Resources"]),
      },
      ends: { more: named.map((arn) => ["sources", arn] as const) },
    });
  },
};

/** Of the services whose resources are stores; a machine is none. */
const SERVICES =
  /^arn:[^:]*:(?:dynamodb|elasticfilesystem|fsx|rds|redshift|redshift-serverless|s3|storagegateway):/;

function isStore(arn: string): boolean {
  const volume = /^arn:[^:]*:ec2:[^:]*:[^:]*:volume\//.test(arn);
  return partsOfArn(arn) !== null && !/[*?]/.test(arn) && (SERVICES.test(arn) || volume);
}
