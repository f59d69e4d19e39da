# METADATA
# title: A limit of licences should hold
# description: >-
#   A limit that only warns is passed by the next autoscaling group at night.
# related_resources:
#   - https://docs.aws.amazon.com/license-manager/latest/userguide/license-configurations.html
# schemas:
#   - input: schema["licence-configuration"]
# custom:
#   severity: low
#   subject: licence-configuration
#   types: [aws.licence-configuration]
#   reads: []
#   remediation: >-
#     CLI: aws license-manager update-license-configuration --license-count-hard-limit; Terraform:
#     license_count_hard_limit.
#   controls:
#     iso-27001-2022: [A.5.32]
#     nist-800-53-r5: [CM-10]
package policies.licences.limits_hold

findings contains finding if {
	input.subject.is.limit != null
	input.subject.is.hardLimit == false
	finding := {
		"key": "soft",
		"message": sprintf("%s can be used more often than there are licences", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
