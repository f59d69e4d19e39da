# METADATA
# title: Log groups and what they are sent on to must lie where their class may
# description: >-
#   Logs hold addresses and names of people. A subscription takes them to another Region as they are written.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
# schemas:
#   - input: schema["log-group"]
# custom:
#   severity: medium
#   subject: log-group
#   types: [aws.log-group]
#   reads: [placement]
#   remediation: >-
#     Delete the subscription filter or point it to a stream in an allowed Region; make the group anew there.
#     Terraform: aws_cloudwatch_log_subscription_filter.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.log_groups_lie_where_they_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"lies", "goes"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
