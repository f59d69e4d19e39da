# METADATA
# title: Transfers must end where the class of what they move may lie
# description: >-
#   Tasks that sync, migrate or replicate machines move whole stores at once, often from a data centre into
#   whichever Region was chosen in a hurry.
# related_resources:
#   - https://docs.aws.amazon.com/datasync/latest/userguide/how-datasync-transfer-works.html
#   - https://docs.aws.amazon.com/drs/latest/userguide/what-is-drs.html
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: high
#   subject: transfer
#   reads: [placement]
#   remediation: >-
#     Change the destination of the task, or the Region that machines are replicated to. Where a server of your
#     own stands is told by data.whereabouts in causeway.yaml.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.transfers_end_where_they_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"lies", "goes"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
