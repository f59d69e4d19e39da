# METADATA
# title: The response team should call on its own
# description: >-
#   In a flood nobody has time to open a ticket. With proactive engagement the provider's team calls when
#   health checks fail.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-proactive-engagement.html
# schemas:
#   - input: schema["shield-subscription"]
# custom:
#   severity: info
#   subject: shield-subscription
#   types: [aws.shield-subscription]
#   reads: []
#   remediation: >-
#     CLI: aws shield enable-proactive-engagement; Terraform: aws_shield_proactive_engagement.
#   controls:
#     dora: ["11(2)"]
#     iso-27001-2022: [A.5.24]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [IR-6, SC-5]
package policies.web.shield_calls_on_its_own

findings contains finding if {
	input.subject.is.state == "active"
	input.subject.is.proactiveEngagement == "disabled"
	finding := {
		"key": "engagement",
		"message": sprintf("The response team does not call on its own for %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
