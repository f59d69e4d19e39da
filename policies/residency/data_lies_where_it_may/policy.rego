# METADATA
# title: Data and its copies must lie where its class may
# description: >-
#   Every snapshot, image, replica and backup of personal or otherwise bound data counts as that data. One copy
#   under another law is a transfer that somebody must answer for.
# related_resources:
#   - https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/aws-regions.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: high
#   subject: data-store
#   reads: [placement]
#   remediation: >-
#     Delete the copy, or move it: a copy in an allowed Region first, then the old one away. Where the place is
#     fine after all, allow it under data.classes in causeway.yaml.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.data_lies_where_it_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"lies"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
