import { isObject } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { addData, byArn, partOf } from "../../stores/data-node.js";
import { placeOfStore, sortedPlaces } from "../../stores/place-of.js";
import { secondsOf } from "../../stores/schedule.js";
import { EACH_PLAN, vaultArn } from "../../stores/vault.js";

/** Rules of a plan: when, into which vaults, for how long. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupPlan.html */
export const backupPlanDescriptions: Resource = {
  service: "backup",
  operation: "GetBackupPlan",
  list: "BackupPlan",
  object: ["BackupPlan", "BackupPlanArn"],
  recognizes: (whole) => isObject(whole?.["BackupPlan"] ?? null),
  actions: ["backup:GetBackupPlan"],
  kinds: ["copy-rule"],
  types: ["aws.backup-rule"],
  scope: "region",
  each: EACH_PLAN,
  normalize({ items: [whole] }) {
    const plan = byArn(whole ?? null, "BackupPlanArn");
    const told = plan?.item.child("BackupPlan") ?? null;
    if (plan === null) return;
    if (told === null) {
      plan.item.gap("unparsed", "A backup plan was answered without its rules");
      return;
    }
    for (const [index, rule] of told.list("Rules").entries()) {
      const part = `rule/${rule.text("RuleId") ?? rule.text("RuleName") ?? index}`;
      addRule({ rule, plan: plan.id, ...partOf({ ...plan, item: rule }, part) });
    }
  },
};

function addRule(found: ReturnType<typeof partOf> & { rule: Item; plan: string }): void {
  const { item, plan } = found;
  const name = item.text("RuleName") ?? found.id;
  const own = item.text("TargetBackupVaultName");
  const copies = item.list("CopyActions");
  const vaults = sortedTexts([
    own === null ? null : vaultArn(item.draft.place, own),
    item.text("TargetLogicallyAirGappedBackupVaultArn"),
    ...copies.map((copy) => copy.text("DestinationBackupVaultArn")),
  ]);
  const life = item.child("Lifecycle");
  const schedule = item.text("ScheduleExpression");
  addData(found, {
    ...{ kind: "copy-rule", type: "aws.backup-rule", name },
    is: {
      ...{ ruleType: "backup", name, enabled: true, sources: [] },
      destinations: sortedPlaces(vaults.map((vault) => placeOfStore(vault))),
      ...{ schedule, everySeconds: secondsOf(schedule), keepDays: keptFor(life) },
      coldDays: life?.int("MoveToColdStorageAfterDays") ?? null,
      continuous: item.flag("EnableContinuousBackup") ?? false,
      copies: sortedPlaces(vaults.map((vault) => placeOfStore(vault))).flatMap((place) => {
        const copy = copies.find((one) => one.text("DestinationBackupVaultArn") === place.store);
        return copy === undefined ? [] : [{ store: place.store, keepDays: keptFor(copy.child("Lifecycle")) }];
      }),
    },
    ends: {
      more: [["plan", plan], ...vaults.map((vault) => ["destinations", vault] as const)],
    },
  });
}

/** Days until a copy is deleted; null: never. */
function keptFor(life: Item | null): number | null {
  const days = life?.int("DeleteAfterDays") ?? null;
  return days !== null && days > 0 ? days : null;
}
