# METADATA
# title: There must be as many licences as are used
# description: >-
#   What is used beyond the contract is found by the vendor's auditor, and paid at list price.
# related_resources:
#   - https://docs.aws.amazon.com/license-manager/latest/userguide/license-configurations.html
# schemas:
#   - input: schema["licence-configuration"]
# custom:
#   severity: medium
#   subject: licence-configuration
#   types: [aws.licence-configuration]
#   reads: []
#   remediation: >-
#     Buy more, or stop what uses them. CLI: aws license-manager list-usage-for-license-configuration.
#   controls:
#     iso-27001-2022: [A.5.32]
#     nist-800-53-r5: [CM-10]
package policies.licences.licences_are_enough

findings contains finding if {
	input.subject.is.limit != null
	input.subject.is.consumed > input.subject.is.limit
	finding := {
		"key": "over",
		"message": sprintf("%s: %d are used, and there are %d", [
			input.subject.label,
			input.subject.is.consumed,
			input.subject.is.limit,
		]),
		"evidence": [input.subject.id],
	}
}
