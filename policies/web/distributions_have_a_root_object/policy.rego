# METADATA
# title: A distribution should have a root object
# description: >-
#   Whoever asks for nothing in particular gets what the origin shows then: perhaps the list of all files.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-1
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: low
#   subject: entry-point
#   reads: []
#   remediation: >-
#     CLI: aws cloudfront update-distribution --default-root-object index.html; Terraform:
#     default_root_object.
#   controls:
#     aws-fsbp: [CloudFront.1]
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: [SC-7]
package policies.web.distributions_have_a_root_object

applicable if input.subject.is.entryType in {"cdn"}

findings contains finding if {
	applicable
	input.subject.is.rootObject in {null, ""}
	finding := {
		"key": "root",
		"message": sprintf("%s has no root object", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
