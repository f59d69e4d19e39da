# METADATA
# title: Rules that copy must encrypt with a key of the customer
# description: >-
#   A copy elsewhere is read by whoever may use its key. One of your own says who that is.
# related_resources:
#   - https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html
# schemas:
#   - input: schema["copy-rule"]
# custom:
#   severity: low
#   subject: copy-rule
#   types: [aws.lifecycle-policy, aws.lifecycle-schedule, aws.db-backup-replication]
#   reads: []
#   remediation: >-
#     Name a key; Terraform: cross_region_copy_rule.cmk_arn of the aws_dlm_lifecycle_policy, kms_key_id of the
#     aws_db_instance_automated_backups_replication.
#   controls:
#     nist-800-53-r5: [SC-12, CP-9]
package policies.backup.rules_use_own_keys

findings contains finding if {
	input.subject.is.enabled
	count(input.subject.is.destinations) > 0
	input.subject.is.encrypted == true
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("%s encrypts copies with a key of the provider", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
