# METADATA
# title: Snapshots, images and backups with a class must lie where it allows
# description: >-
#   A copy outlives what it is a copy of, and then nothing but its own tags, account or name says what is in it.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html
# schemas:
#   - input: schema["data-copy"]
# custom:
#   severity: high
#   subject: data-copy
#   reads: [placement]
#   remediation: >-
#     Delete the copy, or copy it to an allowed Region and delete it here.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.copies_lie_where_they_may

import data.lib.placement

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some place in input.placement.places
	place.how in {"lies", "goes"}
	count(place.refusedBy) > 0
	finding := placement.finding(place)
}
