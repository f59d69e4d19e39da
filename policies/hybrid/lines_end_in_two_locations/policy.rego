# METADATA
# title: Lines to a data centre must end in two locations
# description: >-
#   A location fails as a whole: power, fire, a digger before the door. All lines that end there go with it.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/resiliency_failover.html
# schemas:
#   - input: schema["gateway"]
# custom:
#   severity: medium
#   subject: gateway
#   types: [aws.direct-connect-gateway, aws.vpn-gateway]
#   reads: [virtual_interfaces]
#   complete: true
#   remediation: >-
#     Order another line at another location, and a virtual interface over it. CLI: aws directconnect create-
#     private-virtual-interface; Terraform: aws_dx_private_virtual_interface.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.lines_end_in_two_locations

live := [line | some line in input.virtual_interfaces; not line.is.state in {"deleted", "deleting", "rejected"}]

ends := {line.is.location | some line in live; line.is.location != null}

applicable if count(live) > 0

findings contains finding if {
	applicable
	count(ends) == 1
	finding := {
		"key": "one",
		"message": sprintf("All lines of %s end in one location (%s)", [input.subject.label, concat(", ", ends)]),
		"evidence": array.concat([input.subject.id], [line.id | some line in live]),
	}
}
