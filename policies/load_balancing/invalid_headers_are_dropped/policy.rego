# METADATA
# title: Application load balancers should drop invalid headers
# description: >-
#   Headers that one server reads in one way and the next in another are how requests are smuggled past
#   checks. The load balancer can drop those whose names are not valid.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: low
#   subject: load-balancer
#   types: [aws.load-balancer]
#   reads: []
#   remediation: >-
#     CLI: aws elbv2 modify-load-balancer-attributes --attributes
#     Key=routing.http.drop_invalid_header_fields.enabled,Value=true; Terraform: drop_invalid_header_fields =
#     true of the aws_lb.
#   controls:
#     aws-fsbp: [ELB.4]
#     dora: ["9(2)", "9(4)(b)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.20, A.8.24]
#     nis2: ["21(2)(e)", "21(2)(h)"]
#     nist-800-53-r5: [SC-7(4), SC-8(2)]
#     pci-dss-4.0.1: ["6.2.4"]
package policies.load_balancing.invalid_headers_are_dropped

applicable if input.subject.is.balancerType in {"application"}

findings contains finding if {
	input.subject.is.balancerType in {"application"}

	# Attributes that were not read are a gap, not a finding.
	input.subject.is.attributes["routing.http.drop_invalid_header_fields.enabled"] != "true"
	finding := {
		"key": "invalid-headers",
		"message": sprintf("%s passes on headers with invalid names", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
