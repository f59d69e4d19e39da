# METADATA
# title: Tunnels should be replaced when one says so
# description: >-
#   Without control of their life cycle both ends are replaced when it suits the provider, perhaps in the
#   middle of a migration.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/tunnel-endpoint-lifecycle.html
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: info
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpn-tunnel-options --tunnel-options EnableTunnelLifecycleControl=true; Terraform:
#     tunnel1_enable_tunnel_lifecycle_control.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.vpn_tunnels_are_replaced_when_told

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	tunnel.options.lifecycleControl == false
	finding := {
		"key": sprintf("lifecycle/%v", [name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s is replaced when the provider likes", [
			name(tunnel, i),
			input.subject.label,
		]),
		"evidence": [input.subject.id],
	}
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null
