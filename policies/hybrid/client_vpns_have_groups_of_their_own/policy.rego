# METADATA
# title: A client VPN must have security groups of its own
# description: >-
#   The default group is that of whatever nobody thought about: who comes in by VPN then reaches it all.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authorization.html
# schemas:
#   - input: schema["client-vpn"]
# custom:
#   severity: medium
#   subject: client-vpn
#   types: [aws.client-vpn-endpoint]
#   reads: [filters]
#   remediation: >-
#     CLI: aws ec2 apply-security-groups-to-client-vpn-target-network; Terraform: security_group_ids of the
#     aws_ec2_client_vpn_endpoint.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.hybrid.client_vpns_have_groups_of_their_own

findings contains finding if {
	not input.subject.is.state in {"deleted", "deleting"}
	some filter in input.filters
	filter.is.isDefault == true
	finding := {
		"key": "default",
		"message": sprintf("%s is in the default group", [input.subject.label]),
		"evidence": [input.subject.id, filter.id],
	}
}
