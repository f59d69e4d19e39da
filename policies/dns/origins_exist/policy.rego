# METADATA
# title: What a distribution fetches from must be there
# description: >-
#   A distribution that fetches from a bucket that is gone shows the pages of whoever makes a bucket of that
#   name, under the estate's own name and certificate.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: high
#   subject: entry-point
#   types: []
#   reads: [origins]
#   complete: true
#   remediation: >-
#     Take the origin out of the distribution, or make the bucket again in an account of the estate. CLI: aws
#     cloudfront update-distribution.
#   controls:
#     aws-fsbp: [CloudFront.12]
#     nist-800-53-r5: [CM-2, CM-8]
package policies.dns.origins_exist

findings contains finding if {
	some origin in input.origins.origins
	origin.owned == "gone"
	finding := {
		"key": origin.name,
		"message": sprintf("%s fetches from %s, which is gone", [input.subject.label, origin.domain]),
		"evidence": [input.subject.id],
		"severity": severity(origin),
	}
}

severity(origin) := "high" if origin.claimable

severity(origin) := "medium" if not origin.claimable
