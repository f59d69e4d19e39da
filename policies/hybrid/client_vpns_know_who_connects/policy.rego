# METADATA
# title: A client VPN must know which person connects
# description: >-
#   A certificate says which file was used. That it lies on one laptop only, and whose it is, nobody can
#   tell.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html
# schemas:
#   - input: schema["client-vpn"]
# custom:
#   severity: medium
#   subject: client-vpn
#   types: [aws.client-vpn-endpoint]
#   reads: []
#   remediation: >-
#     Authenticate by a directory or by SAML with a second factor. CLI: aws ec2 create-client-vpn-endpoint
#     --authentication-options; Terraform: authentication_options.
#   controls:
#     dora: ["9(4)(d)"]
#     iso-27001-2022: [A.8.5]
#     nis2: ["21(2)(j)"]
#     nist-800-53-r5: [AC-17, IA-2]
#     pci-dss-4.0.1: ["8.4.3"]
package policies.hybrid.client_vpns_know_who_connects

findings contains finding if {
	not input.subject.is.state in {"deleted", "deleting"}
	count(input.subject.is.authentication) > 0
	every way in input.subject.is.authentication { way.type == "certificate" }
	finding := {
		"key": "certificate",
		"message": sprintf("%s knows those who connect by a certificate only", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
