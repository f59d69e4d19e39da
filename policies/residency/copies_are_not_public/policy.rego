# METADATA
# title: No copy may be shared with everybody
# description: >-
#   A snapshot or image that everybody may use is a download of the whole disk or database.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
# schemas:
#   - input: schema["data-copy"]
# custom:
#   severity: critical
#   subject: data-copy
#   reads: [placement]
#   remediation: >-
#     Take back the sharing: aws ec2 modify-snapshot-attribute, modify-image-attribute, aws rds modify-db-
#     snapshot-attribute with the value all removed; Terraform: aws_snapshot_create_volume_permission,
#     aws_ami_launch_permission.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6, SC-7]
#     aws-fsbp: [EC2.1, RDS.1]
package policies.residency.copies_are_not_public

findings contains finding if {
	some share in input.placement.shared
	share.copy == input.subject.id
	share.relation == "everyone"
	finding := {
		"key": "everyone",
		"message": sprintf("%s is shared with everybody", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
