# METADATA
# title: Entry points must log who asks what
# description: >-
#   After an attack the question is always the same: who asked for what, and what were they given.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-5
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: medium
#   subject: entry-point
#   reads: []
#   remediation: >-
#     CloudFront: aws cloudfront update-distribution; API Gateway: aws apigateway update-stage; Terraform:
#     logging_config of the aws_cloudfront_distribution, access_log_settings of the aws_api_gateway_stage.
#   controls:
#     aws-fsbp: [CloudFront.5, APIGateway.1, APIGateway.9]
#     cis-aws-7.0: ["4.10"]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.web.entry_points_keep_logs

applicable if input.subject.is.entryType in {"cdn", "rest-api", "http-api", "websocket-api", "verified-access"}

findings contains finding if {
	applicable
	input.subject.is.enabled != false
	is_null(input.subject.is.accessLogs)
	not input.subject.is.cdn.realtimeLogs == true
	finding := {
		"key": "logs",
		"message": sprintf("%s logs no requests", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
