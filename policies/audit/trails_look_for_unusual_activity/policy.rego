# METADATA
# title: A trail should look for unusual activity
# description: >-
#   Insights compare how often calls are made and fail with what is usual, and so notice what no single event
#   shows.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: low
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail put-insight-selectors; Terraform: insight_selector of the aws_cloudtrail.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4]
package policies.audit.trails_look_for_unusual_activity

findings contains finding if {
	count(input.subject.is.insights) == 0
	finding := {
		"key": "insights",
		"message": sprintf("%s does not look for unusual activity", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
