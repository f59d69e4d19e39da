# METADATA
# title: What answers the internet must have a web ACL
# description: >-
#   Without a web ACL every request of every stranger reaches the application: floods, scanners and injected code
#   alike.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: medium
#   subject: entry-point
#   types: []
#   reads: [web_acl]
#   complete: true
#   remediation: >-
#     Associate a web ACL. CLI: aws wafv2 associate-web-acl, for CloudFront aws cloudfront update-distribution;
#     Terraform: aws_wafv2_web_acl_association, web_acl_id of the aws_cloudfront_distribution.
#   controls:
#     aws-fsbp: [APIGateway.4, CloudFront.6]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     kinds:
#       description: kinds of entry points that must have one; HTTP APIs and WebSocket APIs cannot
#       default: [cdn, rest-api, graphql-api, user-pool, app-service, verified-access]
#       schema: {type: array, uniqueItems: true, items: {enum: [cdn, rest-api, graphql-api, user-pool, app-service, verified-access]}}
package policies.web.entry_points_have_an_acl

applicable if input.subject.is.entryType in {kind | some kind in data.params.web.entry_points_have_an_acl.kinds}

findings contains finding if {
	applicable
	input.subject.is.public == true
	input.subject.is.enabled != false
	is_null(input.web_acl)
	finding := {
		"key": "web-acl",
		"message": sprintf("%s answers the internet without a web ACL", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
