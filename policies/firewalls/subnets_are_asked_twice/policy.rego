# METADATA
# title: A firewall should not be taken out of its subnets by one call
# description: >-
#   Whoever wants out, or types the wrong name, needs one call. With protection on it takes two, and the
#   first is noticed.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-managing.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["firewall"]
# custom:
#   severity: low
#   subject: firewall
#   types: [aws.network-firewall]
#   reads: []
#   remediation: >-
#     CLI: aws network-firewall update-firewall-delete-protection, update-subnet-change-protection;
#     Terraform: delete_protection, subnet_change_protection.
#   controls:
#     aws-fsbp: [NetworkFirewall.10]
#     iso-27001-2022: [A.8.32]
#     nist-800-53-r5: [CM-3]
package policies.firewalls.subnets_are_asked_twice

findings contains finding if {
	input.subject.is.protections.subnets == false
	finding := {
		"key": "subnets",
		"message": sprintf("%s can be taken out of its subnets by one call", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
