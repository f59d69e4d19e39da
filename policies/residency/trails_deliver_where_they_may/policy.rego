# METADATA
# title: Trails must deliver to where their class may lie
# description: >-
#   A trail names who did what from where, and often writes all of it into one bucket on another continent.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-set-bucket-policy-for-multiple-accounts.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: medium
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: [placement]
#   remediation: >-
#     Point the trail to a bucket in an allowed Region: aws cloudtrail update-trail --s3-bucket-name; Terraform:
#     s3_bucket_name of the aws_cloudtrail.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.trails_deliver_where_they_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"lies", "goes"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
