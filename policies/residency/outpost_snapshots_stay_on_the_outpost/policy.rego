# METADATA
# title: Snapshots of volumes on an Outpost must stay on it
# description: >-
#   A snapshot of a volume on an Outpost goes to the Region of the Outpost, unless somebody asked for the Outpost.
#   With it goes the data that was kept at home.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/snapshots-outposts.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.volume]
#   reads: [placement]
#   remediation: >-
#     Name the Outpost when snapshots are made (aws ec2 create-snapshot --outpost-arn) and in lifecycle policies
#     (Location OUTPOST_LOCAL); delete those in the Region.
#   controls:
#     nist-800-53-r5: [AC-4, SC-28]
package policies.residency.outpost_snapshots_stay_on_the_outpost

import data.lib.placement

applicable if {
	some home in input.placement.places
	home.placeType == "outpost"
}

findings contains finding if {
	some home in input.placement.places
	home.placeType == "outpost"
	some place in input.placement.places
	place.how in {"lies", "goes"}
	place.placeType == "region"
	finding := placement.finding(place)
}
