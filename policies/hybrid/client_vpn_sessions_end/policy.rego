# METADATA
# title: Sessions of a client VPN must end in time
# description: >-
#   A session that lasts a day outlives the visit of whoever sat down at an open laptop.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-max-duration.html
# schemas:
#   - input: schema["client-vpn"]
# custom:
#   severity: low
#   subject: client-vpn
#   types: [aws.client-vpn-endpoint]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-client-vpn-endpoint --session-timeout-hours; Terraform: session_timeout_hours of
#     the aws_ec2_client_vpn_endpoint.
#   controls:
#     iso-27001-2022: [A.8.5]
#     nist-800-53-r5: [AC-12]
#   parameters:
#     most_hours:
#       description: hours that a session may last
#       default: 12
#       schema: {type: integer, minimum: 8, maximum: 24}
package policies.hybrid.client_vpn_sessions_end

findings contains finding if {
	not input.subject.is.state in {"deleted", "deleting"}
	input.subject.is.sessionHours > data.params.hybrid.client_vpn_sessions_end.most_hours
	finding := {
		"key": "session",
		"message": sprintf("Sessions of %s last %d hours", [input.subject.label, input.subject.is.sessionHours]),
		"evidence": [input.subject.id],
	}
}
