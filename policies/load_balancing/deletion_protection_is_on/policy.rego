# METADATA
# title: Load balancers should be protected from deletion
# description: >-
#   A load balancer that is deleted by mistake takes its name, certificates and listeners with it; what
#   comes in its place has another name.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: low
#   subject: load-balancer
#   types: [aws.load-balancer]
#   reads: []
#   remediation: >-
#     CLI: aws elbv2 modify-load-balancer-attributes --attributes Key=deletion_protection.enabled,Value=true;
#     Terraform: enable_deletion_protection = true of the aws_lb.
#   controls:
#     aws-fsbp: [ELB.6]
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14, A.8.9]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CM-2, CM-3, SC-5(2)]
package policies.load_balancing.deletion_protection_is_on

applicable if input.subject.is.balancerType in {"application", "network", "gateway"}

findings contains finding if {
	input.subject.is.balancerType in {"application", "network", "gateway"}

	# Attributes that were not read are a gap, not a finding.
	input.subject.is.attributes["deletion_protection.enabled"] != "true"
	finding := {
		"key": "deletion-protection",
		"message": sprintf("%s can be deleted by one call", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
