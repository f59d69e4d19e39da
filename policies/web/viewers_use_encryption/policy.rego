# METADATA
# title: Content delivery must not answer without encryption
# description: >-
#   A page that is asked for over plain HTTP can be read and changed on its way, with the cookies of whoever
#   asks.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: medium
#   subject: entry-point
#   types: []
#   reads: []
#   remediation: >-
#     Redirect to HTTPS. CLI: aws cloudfront update-distribution; Terraform: viewer_protocol_policy = "redirect-
#     to-https" of the aws_cloudfront_distribution.
#   controls:
#     aws-fsbp: [CloudFront.3]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [SC-8]
package policies.web.viewers_use_encryption

import data.lib.text

applicable if input.subject.is.entryType == "cdn"

findings contains finding if {
	applicable
	open := [path(behavior) | some behavior in input.subject.is.cdn.behaviors; behavior.viewerProtocol == "allow-all"]
	count(open) > 0
	finding := {
		"key": "plain",
		"message": sprintf("%s answers without encryption on %s", [input.subject.label, text.few(open, 3)]),
		"evidence": [input.subject.id],
	}
}

path(behavior) := behavior.path if behavior.path != null

path(behavior) := "every other path" if behavior.path == null
