# METADATA
# title: A subscription to Shield must guard what the internet reaches
# description: >-
#   It is paid for the whole organization, and guards nothing by itself: balancers and addresses that nobody
#   added go unguarded.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html
# schemas:
#   - input: schema["shield-subscription"]
# custom:
#   severity: low
#   subject: shield-subscription
#   types: [aws.shield-subscription]
#   reads: [account.networks.load_balancers.shield_protections, account.addresses.shield_protections]
#   complete: true
#   remediation: >-
#     CLI: aws shield create-protection, or a policy of Firewall Manager; Terraform: aws_shield_protection.
#   controls:
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [SC-5]
package policies.web.shield_guards_what_it_is_paid_for

bare contains balancer if {
	some network in input.account.networks
	some balancer in network.load_balancers
	balancer.is.scheme == "internet-facing"
	balancer.is.balancerType in {"application", "classic"}
	count(balancer.shield_protections) == 0
}

bare contains address if {
	some address in input.account.addresses
	address.is.associated == true
	count(address.shield_protections) == 0
}

findings contains finding if {
	input.subject.is.state == "active"
	some thing in bare
	finding := {
		"key": thing.id,
		"message": sprintf("%s is not protected by %s", [thing.label, input.subject.label]),
		"evidence": [thing.id],
	}
}
