# METADATA
# title: Backup vaults must be locked
# description: >-
#   Without a lock whoever may delete backups, or has taken the account, deletes them all.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.backup-vault]
#   reads: []
#   remediation: >-
#     Lock the vault: aws backup put-backup-vault-lock-configuration; Terraform:
#     aws_backup_vault_lock_configuration.
#   controls:
#     nist-800-53-r5: [CP-9, AU-9]
package policies.backup.vaults_are_locked

findings contains finding if {
	is_null(input.subject.is.lock)
	finding := {
		"key": "lock",
		"message": sprintf("%s is not locked", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
