import { type Resource, tokens } from "../../resource.js";
import { addData, partOf, withId } from "../../stores/data-node.js";
import { EACH_PLAN, planArn } from "../../stores/vault.js";

/** What a plan backs up, by name. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupSelections.html */
export const backupSelections: Resource = {
  service: "backup",
  operation: "ListBackupSelections",
  list: "BackupSelectionsList",
  actions: ["backup:ListBackupSelections"],
  kinds: ["copy-rule"],
  types: ["aws.backup-selection"],
  scope: "region",
  paging: tokens(1000),
  each: { ...EACH_PLAN, relations: ["parts"] },
  normalize({ items, draft }) {
    for (const raw of items) {
      const [plan, id] = [raw.text("BackupPlanId"), raw.text("SelectionId")];
      if (plan === null || id === null) {
        raw.gap("unparsed", `${draft.place.call} answered with a selection that has no id and plan`);
        continue;
      }
      const of = withId(raw, planArn(draft.place, plan));
      const name = raw.text("SelectionName") ?? id;
      addData(partOf(of, `selection/${id}`), {
        ...{ kind: "copy-rule", type: "aws.backup-selection", name },
        is: { ruleType: "backup", name, enabled: true, role: raw.text("IamRoleArn") },
        ends: { more: [["plan", of.id]] },
      });
    }
  },
};
