# METADATA
# title: Rules that copy must encrypt
# description: >-
#   A rule that copies without encryption turns each new copy into plain text somewhere else.
# related_resources:
#   - https://docs.aws.amazon.com/dlm/latest/APIReference/API_EncryptionConfiguration.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
# schemas:
#   - input: schema["copy-rule"]
# custom:
#   severity: medium
#   subject: copy-rule
#   reads: []
#   remediation: >-
#     Encrypt what is copied; Terraform: cross_region_copy_rule.encrypted of the aws_dlm_lifecycle_policy,
#     kms_key_id of the aws_db_instance_automated_backups_replication.
#   controls:
#     nist-800-53-r5: [SC-28, CP-9]
package policies.backup.rules_encrypt_what_they_copy

findings contains finding if {
	input.subject.is.enabled
	count(input.subject.is.destinations) > 0
	input.subject.is.encrypted == false
	finding := {
		"key": "encryption",
		"message": sprintf("%s copies without encryption", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
