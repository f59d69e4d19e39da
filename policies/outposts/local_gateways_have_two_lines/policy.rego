# METADATA
# title: A local gateway must have two lines
# description: >-
#   Between the rack and the site's own network lies one link group. With one interface in it one cable is
#   the only way.
# related_resources:
#   - https://docs.aws.amazon.com/outposts/latest/userguide/local-rack.html
# schemas:
#   - input: schema["link-group"]
# custom:
#   severity: medium
#   subject: link-group
#   types: [aws.local-gateway-virtual-interface-group]
#   reads: []
#   remediation: >-
#     Add an interface on the second device. CLI: aws ec2 create-local-gateway-virtual-interface.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.outposts.local_gateways_have_two_lines

findings contains finding if {
	input.subject.is.members < 2
	finding := {
		"key": "lines",
		"message": sprintf("%s has one interface", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
