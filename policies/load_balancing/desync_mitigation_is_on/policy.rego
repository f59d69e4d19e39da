# METADATA
# title: Load balancers must guard against request smuggling
# description: >-
#   A request that load balancer and server take apart differently lets an attacker put words into the mouth of the
#   next caller. The modes defensive and strictest refuse or separate such requests; monitor only counts them.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: medium
#   subject: load-balancer
#   types: [aws.load-balancer, aws.classic-load-balancer]
#   reads: []
#   remediation: >-
#     CLI: aws elbv2 modify-load-balancer-attributes --attributes
#     Key=routing.http.desync_mitigation_mode,Value=defensive; Terraform: desync_mitigation_mode = "defensive" of the
#     aws_lb.
#   controls:
#     aws-fsbp: [ELB.12, ELB.14]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4(21), CA-9(1), CM-2]
#     pci-dss-4.0.1: ["6.2.4"]
#   parameters:
#     accepted:
#       description: modes that guard
#       default: [defensive, strictest]
#       schema: {type: array, minItems: 1, uniqueItems: true, items: {enum: [monitor, defensive, strictest]}}
package policies.load_balancing.desync_mitigation_is_on

applicable if input.subject.is.balancerType in {"application", "classic"}

findings contains finding if {
	input.subject.is.balancerType in {"application", "classic"}

	# Attributes that were not read are a gap, not a finding.
	mode := input.subject.is.attributes["routing.http.desync_mitigation_mode"]
	not mode in data.params.load_balancing.desync_mitigation_is_on.accepted
	finding := {
		"key": "desync",
		"message": sprintf("%s handles ambiguous requests in mode %s", [input.subject.label, mode]),
		"evidence": [input.subject.id],
	}
}
