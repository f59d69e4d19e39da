# METADATA
# title: What the internet sends to a load balancer must be encrypted
# description: >-
#   Over plain HTTP every network on the way reads passwords and sessions, and changes pages. A listener on port 80
#   has one good use: to send the caller on to HTTPS. A rule that forwards requests to targets comes before that.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1
# schemas:
#   - input: schema["listener"]
# custom:
#   severity: high
#   subject: listener
#   types: [aws.listener]
#   reads: [load_balancer, rules]
#   remediation: >-
#     Add an HTTPS listener with a certificate and let this one redirect to it. CLI: aws elbv2 modify-listener
#     --default-actions Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}; Terraform:
#     default_action { type = "redirect" } of the aws_lb_listener. Move its rules that forward to the HTTPS listener.
#   controls:
#     aws-fsbp: [ELB.1, ELB.3, ELB.18]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.20, A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [AC-17(2), SC-8, SC-8(1), SC-13, SC-23]
#     pci-dss-4.0.1: ["4.2.1"]
#   parameters:
#     plain:
#       description: listener protocols that are not encrypted; TCP can be added where no backend encrypts by itself
#       default: [HTTP]
#       schema: {type: array, uniqueItems: true, items: {enum: [HTTP, TCP, UDP, TCP_UDP]}}
package policies.load_balancing.public_listeners_are_encrypted

applicable if input.load_balancer.is.scheme != "internal"

findings contains finding if {
	input.subject.is.protocol in data.params.load_balancing.public_listeners_are_encrypted.plain
	not input.subject.is.redirectsTo == "HTTPS"
	input.load_balancer.is.scheme == "internet-facing"
	finding := {
		"key": "plain",
		"message": sprintf("%s of %s takes requests from the internet unencrypted", [
			input.subject.label,
			input.load_balancer.label,
		]),
		"evidence": [input.subject.id, input.load_balancer.id],
		"cause": input.subject.id,
	}
}

# Where the default action redirects, rules come before it.
findings contains finding if {
	input.subject.is.protocol in data.params.load_balancing.public_listeners_are_encrypted.plain
	input.subject.is.redirectsTo == "HTTPS"
	input.load_balancer.is.scheme == "internet-facing"
	some rule in input.rules
	rule.is.action == "forward"
	finding := {
		"key": rule.id,
		"message": sprintf("%s of %s forwards what comes from the internet unencrypted, by %s", [
			input.subject.label,
			input.load_balancer.label,
			rule.label,
		]),
		"evidence": [input.subject.id, input.load_balancer.id, rule.id],
		"cause": rule.id,
	}
}
