# METADATA
# title: What AWS Config writes down must be delivered to where its class may lie
# description: >-
#   Recorded configuration holds tags, policies and names of everything there is.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
# schemas:
#   - input: schema["delivery-channel"]
# custom:
#   severity: low
#   subject: delivery-channel
#   types: [aws.config-delivery-channel]
#   reads: [placement]
#   remediation: >-
#     Point the delivery channel to a bucket in an allowed Region: aws configservice put-delivery-channel;
#     Terraform: s3_bucket_name of the aws_config_delivery_channel.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.recorded_configuration_lies_where_it_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"lies", "goes"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
