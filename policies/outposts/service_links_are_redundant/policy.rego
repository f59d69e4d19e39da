# METADATA
# title: A site of an Outpost must have two uplinks
# description: >-
#   All that an Outpost is told comes over its service link: without it nothing can be started or changed,
#   and names are no longer answered.
# related_resources:
#   - https://docs.aws.amazon.com/outposts/latest/userguide/service-links.html
# schemas:
#   - input: schema["site"]
# custom:
#   severity: medium
#   subject: site
#   types: [aws.outpost-site]
#   reads: []
#   remediation: >-
#     Order a second uplink, on another device and another way into the building. CLI: aws outposts update-
#     site-rack-physical-properties --uplink-count 2.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.outposts.service_links_are_redundant

findings contains finding if {
	input.subject.is.uplinks != null
	input.subject.is.uplinks < 2
	finding := {
		"key": "uplinks",
		"message": sprintf("%s has %d uplink", [input.subject.label, input.subject.is.uplinks]),
		"evidence": [input.subject.id],
	}
}
