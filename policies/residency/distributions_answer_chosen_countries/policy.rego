# METADATA
# title: Distributions must answer chosen countries alone
# description: >-
#   What is licensed or allowed for some countries is served to all others as well, unless the distribution asks.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: low
#   subject: entry-point
#   types: [aws.cloudfront-distribution]
#   reads: []
#   remediation: >-
#     Set a geographic restriction; Terraform: restrictions.geo_restriction of the aws_cloudfront_distribution.
#   controls:
#     nist-800-53-r5: [AC-3, AC-4]
package policies.residency.distributions_answer_chosen_countries

findings contains finding if {
	input.subject.is.cdn.geo.type == "none"
	finding := {
		"key": "geo",
		"message": sprintf("%s answers viewers of every country", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
