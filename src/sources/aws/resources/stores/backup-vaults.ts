import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html */
export const backupVaults: Resource = {
  service: "backup",
  operation: "ListBackupVaults",
  list: "BackupVaultList",
  actions: ["backup:ListBackupVaults"],
  kinds: ["data-store"],
  types: ["aws.backup-vault"],
  scope: "region",
  optional: true,
  neededWith: ["backup:ListBackupPlans"],
  paging: tokens(1000),
  normalize({ items }) {
    for (const raw of items) {
      const vault = byArn(raw, "BackupVaultArn");
      if (vault === null) continue;
      const { id, item } = vault;
      const [name, key] = [item.text("BackupVaultName") ?? id, item.text("EncryptionKeyArn")];
      addData(vault, {
        ...{ kind: "data-store", type: "aws.backup-vault", name },
        is: {
          ...{ storeType: "vault", name, state: item.text("VaultState"), engine: typeOf(item) },
          // Vaults always are, with a key of the account or of the service.
          ...{ created: momentOf(item, "CreationDate"), encrypted: true, key, lock: lockOf(item) },
        },
        ends: { key },
      });
    }
  },
};

function typeOf(item: Item): string | null {
  return item.text("VaultType")?.toLowerCase().replaceAll("_", "-") ?? null;
}

/**
 * A lock with a date is in compliance mode, and after that date nobody can lift it; one without is in governance
 * mode. https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
function lockOf(item: Item) {
  if (item.flag("Locked") !== true) return null;
  const fixedFrom = momentOf(item, "LockDate");
  return {
    ...{ minDays: item.int("MinRetentionDays"), maxDays: item.int("MaxRetentionDays"), fixedFrom },
    mode:
      fixedFrom === null && item.text("VaultType") !== "LOGICALLY_AIR_GAPPED_BACKUP_VAULT"
        ? "governance"
        : "compliance",
  };
}
