# METADATA
# title: A bundle of lines should go down when it is too thin
# description: >-
#   A bundle that needs no line stays up with the last of them, and drops what does not fit; one that goes
#   down makes the other way take over.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/lags.html
# schemas:
#   - input: schema["circuit"]
# custom:
#   severity: info
#   subject: circuit
#   types: [aws.direct-connect-lag]
#   reads: []
#   remediation: >-
#     CLI: aws directconnect update-lag --minimum-links; Terraform: minimum_links of the aws_dx_lag.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.bundles_need_enough_lines

findings contains finding if {
	input.subject.is.members > 1
	input.subject.is.minimumMembers == 0
	finding := {
		"key": "minimum",
		"message": sprintf("%s needs none of its %d lines", [input.subject.label, input.subject.is.members]),
		"evidence": [input.subject.id],
	}
}
