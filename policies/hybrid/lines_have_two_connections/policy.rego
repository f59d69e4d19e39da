# METADATA
# title: Virtual interfaces of a gateway must run over two connections
# description: >-
#   Interfaces over one connection are two names for the same cable.
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
package policies.hybrid.lines_have_two_connections

live := [line | some line in input.virtual_interfaces; not line.is.state in {"deleted", "deleting", "rejected"}]

ends := {line.is.connection | some line in live; line.is.connection != null}

applicable if count(live) > 0

findings contains finding if {
	applicable
	count(ends) == 1
	finding := {
		"key": "one",
		"message": sprintf("All virtual interfaces of %s run over one connection (%s)", [
			input.subject.label,
			concat(", ", ends),
		]),
		"evidence": array.concat([input.subject.id], [line.id | some line in live]),
	}
}
