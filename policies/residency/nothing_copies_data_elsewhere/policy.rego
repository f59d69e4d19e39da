# METADATA
# title: No rule or transfer may take data where its class may not lie
# description: >-
#   A replication rule, backup plan or task goes on copying whatever is written from now on. It matters before the
#   first copy has arrived.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: high
#   subject: data-store
#   reads: [placement]
#   remediation: >-
#     Change the destination of the rule, or switch it off: Terraform: aws_s3_bucket_replication_configuration,
#     aws_backup_plan, aws_dlm_lifecycle_policy, aws_datasync_task.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.nothing_copies_data_elsewhere

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"goes"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
