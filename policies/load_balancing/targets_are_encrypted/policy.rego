# METADATA
# title: Traffic to the targets should be encrypted too
# description: >-
#   TLS that ends at the load balancer leaves requests readable inside the network, where neighbours, mirrors and
#   appliances see them.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
# schemas:
#   - input: schema["target-group"]
# custom:
#   severity: info
#   subject: target-group
#   types: [aws.target-group]
#   reads: [load_balancers]
#   remediation: >-
#     Let the targets serve TLS, a self-signed certificate will do, and make the group HTTPS. CLI: aws elbv2
#     create-target-group --protocol HTTPS; Terraform: protocol of the aws_lb_target_group (replaces it).
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [SC-8, SC-8(1)]
#   parameters:
#     plain:
#       description: protocols of target groups that are not encrypted
#       default: [HTTP]
#       schema: {type: array, uniqueItems: true, items: {enum: [HTTP, TCP, UDP, TCP_UDP]}}
package policies.load_balancing.targets_are_encrypted

# A group that no load balancer uses carries nothing.
applicable if count(input.load_balancers) > 0

findings contains finding if {
	count(input.load_balancers) > 0
	input.subject.is.protocol in data.params.load_balancing.targets_are_encrypted.plain
	finding := {
		"key": "plain",
		"message": sprintf("%s speaks %s with its targets", [input.subject.label, input.subject.is.protocol]),
		"evidence": [input.subject.id],
	}
}
