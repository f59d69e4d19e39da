# METADATA
# title: A client VPN must say who may go where
# description: >-
#   Where everybody who signs in may go everywhere, one stolen laptop is in the whole network.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/ec2-client-vpn-not-authorize-all.html
# schemas:
#   - input: schema["vpn-authorization"]
# custom:
#   severity: medium
#   subject: vpn-authorization
#   types: [aws.client-vpn-authorization-rule]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 authorize-client-vpn-ingress --access-group-id GROUP; Terraform: access_group_id of the
#     aws_ec2_client_vpn_authorization_rule.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-3, AC-17]
package policies.hybrid.client_vpns_let_groups_in

findings contains finding if {
	not input.subject.is.state in {"revoking", "failed"}
	input.subject.is.everyone == true
	finding := {
		"key": "everyone",
		"message": sprintf("Everybody who signs in may go to %s", [object.get(input.subject.is, "destination", "unknown")]),
		"evidence": [input.subject.id],
	}
}
