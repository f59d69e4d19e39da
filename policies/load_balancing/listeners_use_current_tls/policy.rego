# METADATA
# title: Listeners must refuse TLS before 1.2
# description: >-
#   A security policy that still speaks TLS 1.0 or 1.1 lets an attacker on the way choose them. The policy that the
#   API gives where none is named, ELBSecurityPolicy-2016-08, does.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
#   - https://www.rfc-editor.org/rfc/rfc8996
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17
# schemas:
#   - input: schema["listener"]
# custom:
#   severity: medium
#   subject: listener
#   types: [aws.listener]
#   reads: [load_balancer]
#   remediation: >-
#     Choose a policy for TLS 1.3 and 1.2, e.g. ELBSecurityPolicy-TLS13-1-2-Res-2021-06. CLI: aws elbv2
#     modify-listener --ssl-policy; Terraform: ssl_policy of the aws_lb_listener.
#   controls:
#     aws-fsbp: [ELB.8, ELB.17]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.20, A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [AC-17(2), SC-8, SC-8(1), SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
#   parameters:
#     accepted:
#       description: beginnings of the names of security policies that speak TLS 1.2 and later only
#       default:
#         - ELBSecurityPolicy-TLS13-1-2-
#         - ELBSecurityPolicy-TLS13-1-3-
#         - ELBSecurityPolicy-TLS-1-2-
#         - ELBSecurityPolicy-FS-1-2-
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.load_balancing.listeners_use_current_tls

applicable if input.subject.is.protocol in {"HTTPS", "TLS", "SSL"}

findings contains finding if {
	input.subject.is.protocol in {"HTTPS", "TLS", "SSL"}
	is_string(input.subject.is.tlsPolicy)
	not accepted(input.subject.is.tlsPolicy)
	finding := {
		"key": "tls-policy",
		"message": sprintf("%s of %s uses %s, which is not among those for TLS 1.2 and later", [
			input.subject.label,
			input.load_balancer.label,
			input.subject.is.tlsPolicy,
		]),
		"evidence": [input.subject.id, input.load_balancer.id],
		"cause": input.subject.id,
	}
}

accepted(name) if {
	some beginning in data.params.load_balancing.listeners_use_current_tls.accepted
	startswith(name, beginning)
}
