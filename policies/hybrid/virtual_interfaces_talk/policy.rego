# METADATA
# title: Virtual interfaces must be up
# description: >-
#   A virtual interface whose BGP sessions are down carries nothing, and the one beside it is now alone.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/ts-bgp.html
# schemas:
#   - input: schema["virtual-interface"]
# custom:
#   severity: medium
#   subject: virtual-interface
#   types: [aws.virtual-interface]
#   reads: []
#   remediation: >-
#     Look at the router: VLAN, addresses, AS number and key must agree. CLI: aws directconnect describe-
#     virtual-interfaces; Terraform: aws_dx_private_virtual_interface.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.virtual_interfaces_talk

applicable if not input.subject.is.state in {"deleted", "deleting", "rejected", "pending", "confirming", "verifying"}

findings contains finding if {
	applicable
	some session in input.subject.is.sessions
	session.status == "down"
	finding := {
		"key": session.family,
		"message": sprintf("The %s session of %s is down", [session.family, input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.state == "down"
	finding := {
		"key": "down",
		"message": sprintf("%s is down", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
