# METADATA
# title: Backup vaults must encrypt with a key of the customer
# description: >-
#   Whoever may use the key of a vault may read all backups in it.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   types: [aws.backup-vault]
#   reads: [key]
#   remediation: >-
#     Make a vault with a key of your own, and let plans use it; Terraform: kms_key_arn of the aws_backup_vault.
#   controls:
#     nist-800-53-r5: [SC-12, CP-9]
package policies.backup.vaults_use_own_keys

findings contains finding if {
	input.subject.is.key == null
	finding := told
}

findings contains finding if {
	input.key.is.manager == "provider"
	finding := told
}

told := {
	"key": "key",
	"message": sprintf("%s encrypts with a key of the provider", [input.subject.label]),
	"evidence": [input.subject.id],
}
