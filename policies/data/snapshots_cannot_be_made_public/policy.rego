# METADATA
# title: Snapshots must not be shareable with everybody
# description: >-
#   A block holds for the whole Region, whoever shares what tomorrow.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
# schemas:
#   - input: schema["region"]
# custom:
#   severity: medium
#   subject: region
#   types: [aws.region]
#   reads: []
#   remediation: >-
#     Block it in each Region: aws ec2 enable-snapshot-block-public-access; Terraform:
#     aws_ebs_snapshot_block_public_access.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
#     aws-fsbp: [EC2.182]
package policies.data.snapshots_cannot_be_made_public

# What was not asked says nothing of the Region.
applicable if input.subject.is.snapshotSharing != null

findings contains finding if {
	input.subject.is.snapshotSharing == "unblocked"
	finding := {
		"key": "sharing",
		"message": sprintf("Snapshots of %s can be shared with everybody", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
