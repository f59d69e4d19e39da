# METADATA
# title: The far end of a tunnel should show a certificate
# description: >-
#   A key that both ends know is copied into tickets and files, and never changes. A certificate ends, and
#   can be revoked.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-tunnel-authentication-options.html
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: info
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 create-customer-gateway --certificate-arn; Terraform: certificate_arn of the
#     aws_customer_gateway.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: [IA-3, "SC-8(1)"]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.hybrid.vpn_tunnels_prove_themselves_by_certificate

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	tunnel.certificate == null
	finding := {
		"key": sprintf("key/%v", [name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s is opened by a key that both ends know", [
			name(tunnel, i),
			input.subject.label,
		]),
		"evidence": [input.subject.id],
	}
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null
