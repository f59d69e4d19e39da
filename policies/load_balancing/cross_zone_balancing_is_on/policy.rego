# METADATA
# title: Load balancers should balance across zones
# description: >-
#   Without it each node serves the targets of its own zone only: where a zone has few or none that are
#   healthy, its callers wait or fail. Application load balancers always do it.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-9
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: info
#   subject: load-balancer
#   types: [aws.load-balancer, aws.classic-load-balancer]
#   reads: []
#   remediation: >-
#     CLI: aws elbv2 modify-load-balancer-attributes --attributes
#     Key=load_balancing.cross_zone.enabled,Value=true; Terraform: enable_cross_zone_load_balancing = true of
#     the aws_lb. Traffic between zones costs.
#   controls:
#     aws-fsbp: [ELB.9]
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-10, SC-5(2), SC-36]
package policies.load_balancing.cross_zone_balancing_is_on

applicable if input.subject.is.balancerType in {"network", "classic"}

findings contains finding if {
	input.subject.is.balancerType in {"network", "classic"}

	# Attributes that were not read are a gap, not a finding.
	input.subject.is.attributes["load_balancing.cross_zone.enabled"] != "true"
	finding := {
		"key": "cross-zone",
		"message": sprintf("%s serves each zone from that zone only", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
