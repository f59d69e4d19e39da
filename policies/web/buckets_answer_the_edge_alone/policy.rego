# METADATA
# title: A bucket behind a distribution must answer the distribution alone
# description: >-
#   Where requests are not signed the bucket must be open to everybody, and the web ACL of the distribution
#   is no longer in the way.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-13
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: medium
#   subject: entry-point
#   reads: []
#   remediation: >-
#     CLI: aws cloudfront create-origin-access-control; Terraform: origin_access_control_id of the origin.
#   controls:
#     aws-fsbp: [CloudFront.13]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.web.buckets_answer_the_edge_alone

applicable if input.subject.is.entryType in {"cdn"}

findings contains finding if {
	applicable
	some origin in input.subject.is.cdn.origins
	origin.originType == "bucket"
	origin.accessControl == null
	origin.accessIdentity == null
	finding := {
		"key": sprintf("origin/%s", [origin.name]),
		"message": sprintf("%s asks bucket %s without signing", [input.subject.label, origin.name]),
		"evidence": [input.subject.id],
	}
}
