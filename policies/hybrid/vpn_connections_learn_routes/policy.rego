# METADATA
# title: VPN connections should learn their routes
# description: >-
#   Routes that are written down stay when the way behind them is gone. BGP takes them away, and the other
#   tunnel takes over.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-static-dynamic.html
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: info
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     Make the connection anew with BGP. CLI: aws ec2 create-vpn-connection --options StaticRoutesOnly=false;
#     Terraform: static_routes_only of the aws_vpn_connection.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.vpn_connections_learn_routes

findings contains finding if {
	input.subject.is.state == "available"
	input.subject.is.staticRoutes == true
	finding := {
		"key": "static",
		"message": sprintf("Routes of %s are written down by hand", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
