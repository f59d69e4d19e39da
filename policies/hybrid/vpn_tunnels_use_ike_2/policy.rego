# METADATA
# title: Tunnels must agree on keys by IKE version 2
# description: >-
#   IKE version 1 is obsolete (RFC 9395): it has no protection against floods, and offers weaker exchanges. A
#   tunnel for which nothing is set takes both.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
#   - https://www.rfc-editor.org/rfc/rfc9395
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: medium
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpn-tunnel-options --tunnel-options IKEVersions=[{Value=ikev2}]; Terraform:
#     tunnel1_ike_versions of the aws_vpn_connection.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.hybrid.vpn_tunnels_use_ike_2

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	some_old(tunnel.options)
	finding := {
		"key": sprintf("ike/%v", [name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s agrees on keys by IKE version 1 as well", [
			name(tunnel, i),
			input.subject.label,
		]),
		"evidence": [input.subject.id],
	}
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null

some_old(options) if "ikev1" in options.ikeVersions

# An empty list is the provider's default: both.
some_old(options) if count(options.ikeVersions) == 0
