# METADATA
# title: Caches at the edge and at gateways must hold only what may lie there
# description: >-
#   A content network keeps what it serves in many countries, and a storage gateway keeps it in somebody else's
#   building.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html
#   - https://docs.aws.amazon.com/filegateway/latest/files3/file-gateway-concepts.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: [placement]
#   remediation: >-
#     Take the bucket out of the distribution or gateway, or let the class be cached (allowed.edge), or tell where
#     the gateway stands (data.whereabouts).
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.caches_hold_only_what_may_leave

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"cached"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
