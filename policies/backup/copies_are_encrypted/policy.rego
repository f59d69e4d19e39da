# METADATA
# title: Snapshots, images and backups must be encrypted
# description: >-
#   A copy holds what its source holds, is easier to share, and is looked at less.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
# schemas:
#   - input: schema["data-copy"]
# custom:
#   severity: medium
#   subject: data-copy
#   reads: []
#   remediation: >-
#     Copy it with encryption and delete it: aws ec2 copy-snapshot --encrypted; switch on encryption by default;
#     Terraform: aws_ebs_snapshot_copy.
#   controls:
#     nist-800-53-r5: [SC-28, SC-13]
#     aws-fsbp: [Backup.1, RDS.4]
package policies.backup.copies_are_encrypted

findings contains finding if {
	input.subject.is.encrypted == false
	finding := {
		"key": "encryption",
		"message": sprintf("%s is not encrypted", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
