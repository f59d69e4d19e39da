import { momentOf } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";
import { addData, type Known, withId } from "../../stores/data-node.js";
import { gibOfBytes } from "../../stores/place-of.js";
import { EACH_VAULT, storeOf } from "../../stores/vault.js";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListRecoveryPointsByBackupVault.html */
export const recoveryPoints: Resource = {
  service: "backup",
  operation: "ListRecoveryPointsByBackupVault",
  list: "RecoveryPoints",
  actions: ["backup:ListRecoveryPointsByBackupVault"],
  kinds: ["data-copy"],
  types: ["aws.recovery-point"],
  scope: "region",
  paging: tokens(1000),
  // A point names its vault, and so says what was asked; an empty list does not, and is of some vault.
  each: { ...EACH_VAULT, relations: ["kept"] },
  normalize({ items, draft }) {
    for (const raw of items) {
      const [arn, vault] = [raw.text("RecoveryPointArn"), raw.text("BackupVaultArn")];
      if (arn === null || vault === null)
        raw.gap("unparsed", `${draft.place.call} answered with a point that has no ARN and vault`);
      // Some are snapshots of other services too, which tell them under this very ARN.
      else addPoint(withId(raw, `${vault}#${arn}`), { arn, vault });
    }
  },
};

function addPoint(point: Known, { arn, vault }: { arn: string; vault: string }): void {
  const { item } = point;
  const [of, key, type] = [
    item.text("ResourceArn"),
    item.text("EncryptionKeyArn"),
    item.text("ResourceType"),
  ];
  const { region = null, account = null } = (of === null ? null : partsOfArn(of)) ?? {};
  const from = item.text("SourceBackupVaultArn");
  const source = from === null ? null : partsOfArn(from);
  const name = arn.replace(/^arn:[^:]*:/s, "");
  const life = item.child("CalculatedLifecycle");
  addData(point, {
    ...{ kind: "data-copy", type: "aws.recovery-point", name, aliases: isOfBackup(arn) ? [arn] : [] },
    is: {
      ...{ copyType: "recovery-point", name, of, key, state: item.text("Status") },
      source: {
        region: region ?? source?.region ?? null,
        account: account ?? source?.account ?? null,
        store: of,
      },
      created: momentOf(item, "CreationDate"),
      expires: life === null ? null : momentOf(life, "DeleteAt"),
      ...{ encrypted: item.flag("IsEncrypted"), sizeGib: gibOfBytes(item.int("BackupSizeInBytes")) },
      automatic: item.child("CreatedBy") !== null,
    },
    ends: {
      key,
      more: [
        ["vault", vault],
        ["store", storeOf(type, of)],
      ],
    },
  });
}

const isOfBackup = (arn: string) => /^arn:[^:]*:backup:/.test(arn);
