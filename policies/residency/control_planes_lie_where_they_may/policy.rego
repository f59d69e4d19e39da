# METADATA
# title: What an Outpost or Local Zone is steered from must lie where its data may
# description: >-
#   Data on an Outpost stays in the building, while the Region it is anchored to keeps names, tags, metrics and
#   settings, and can reach it.
# related_resources:
#   - https://docs.aws.amazon.com/outposts/latest/userguide/region-connectivity.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: [placement]
#   remediation: >-
#     Order the Outpost for a Region of an allowed jurisdiction, or allow the Region for the class in
#     causeway.yaml.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.control_planes_lie_where_they_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"metadata"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
