# METADATA
# title: Load balancers should stand in more than one zone
# description: >-
#   A load balancer in one zone fails with it, however many targets are healthy elsewhere.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: medium
#   subject: load-balancer
#   types: [aws.load-balancer, aws.classic-load-balancer]
#   reads: [subnets]
#   complete: true
#   remediation: >-
#     Add a subnet of another zone. CLI: aws elbv2 set-subnets; Terraform: subnets of the aws_lb.
#   controls:
#     aws-fsbp: [ELB.10, ELB.13]
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-10, SC-5(2), SC-36]
#   parameters:
#     min_zones:
#       description: how many zones a load balancer must stand in
#       default: 2
#       schema: {type: integer, minimum: 1}
package policies.load_balancing.spans_zones

import data.lib.text

# A classic load balancer outside a VPC has no subnets.
applicable if count(input.subnets) > 0

findings contains finding if {
	count(input.subnets) > 0
	every subnet in input.subnets {
		is_string(subnet.is.zone)
	}
	zones := {subnet.is.zone | some subnet in input.subnets}
	count(zones) < data.params.load_balancing.spans_zones.min_zones
	finding := {
		"key": "zones",
		"message": sprintf("%s stands in %s only", [input.subject.label, text.listing(sort(zones))]),
		"evidence": array.concat([input.subject.id], [subnet.id | some subnet in input.subnets]),
		"cause": input.subject.id,
	}
}
