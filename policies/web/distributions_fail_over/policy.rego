# METADATA
# title: A distribution should have an origin to fall back to
# description: >-
#   When its only origin fails the edge answers with errors, from everywhere in the world.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: info
#   subject: entry-point
#   reads: []
#   remediation: >-
#     CLI: aws cloudfront update-distribution with an origin group; Terraform: origin_group.
#   controls:
#     aws-fsbp: [CloudFront.4]
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.web.distributions_fail_over

applicable if input.subject.is.entryType in {"cdn"}

findings contains finding if {
	applicable
	count(input.subject.is.cdn.originGroups) == 0
	finding := {
		"key": "failover",
		"message": sprintf("%s has no origin to fall back to", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
