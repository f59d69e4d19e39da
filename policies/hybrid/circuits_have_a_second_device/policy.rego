# METADATA
# title: A line should have a second device beside it
# description: >-
#   The provider replaces devices too. Where there is no second one at the same place the line is down for as
#   long.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/resiliency_toolkit.html
# schemas:
#   - input: schema["circuit"]
# custom:
#   severity: info
#   subject: circuit
#   types: [aws.direct-connect-connection]
#   reads: []
#   remediation: >-
#     Order a second connection on another device of the location. CLI: aws directconnect create-connection;
#     Terraform: aws_dx_connection.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.circuits_have_a_second_device

findings contains finding if {
	input.subject.is.redundant == "no"
	finding := {
		"key": "device",
		"message": sprintf("%s ends on a device that has no second beside it", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
