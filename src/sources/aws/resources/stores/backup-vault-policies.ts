import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";
import { addData, nothing, withId } from "../../stores/data-node.js";
import { EACH_VAULT } from "../../stores/vault.js";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupVaultAccessPolicy.html */
export const backupVaultPolicies: Resource = {
  service: "backup",
  operation: "GetBackupVaultAccessPolicy",
  list: "BackupVaultArn",
  object: ["BackupVaultArn", "Policy"],
  actions: ["backup:GetBackupVaultAccessPolicy"],
  kinds: ["data-store"],
  types: ["aws.backup-vault"],
  scope: "region",
  // A vault without a policy.
  none: ["ResourceNotFoundException"],
  each: EACH_VAULT,
  normalize({ items: [whole], input, draft }) {
    const id = EACH_VAULT.node(whole?.json ?? input, draft.place);
    if (id === null) {
      whole?.gap("unparsed", `${draft.place.call} answered without saying of which vault`);
      return;
    }
    const vault = withId(whole ?? nothing(draft), id);
    const policy = whole === undefined ? null : documentOf(vault.item, "Policy");
    const name = id.replace(/^.*:/s, "");
    addData(vault, { kind: "data-store", type: "aws.backup-vault", name, is: { policy } });
  },
};
