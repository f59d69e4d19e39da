import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupPlans.html */
export const backupPlans: Resource = {
  service: "backup",
  operation: "ListBackupPlans",
  list: "BackupPlansList",
  actions: ["backup:ListBackupPlans"],
  kinds: ["copy-rule"],
  types: ["aws.backup-plan", "aws.backup-rule", "aws.backup-selection"],
  scope: "region",
  optional: true,
  neededWith: ["backup:ListBackupVaults"],
  paging: tokens(1000),
  normalize({ items }) {
    for (const raw of items) {
      const plan = byArn(raw, "BackupPlanArn");
      if (plan === null) continue;
      const name = plan.item.text("BackupPlanName") ?? plan.id;
      addData(plan, {
        kind: "copy-rule",
        type: "aws.backup-plan",
        name,
        is: { ruleType: "backup-plan", name },
      });
    }
  },
};
