# METADATA
# title: Tunnels should be built anew when the far end is gone
# description: >-
#   Without it a tunnel whose far end restarted stays as it is until somebody sends from there.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: info
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpn-tunnel-options --tunnel-options DPDTimeoutAction=restart; Terraform:
#     tunnel1_dpd_timeout_action.
#   controls:
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.vpn_tunnels_notice_dead_peers

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	tunnel.options.deadPeerAction == "none"
	finding := {
		"key": sprintf("dead-peer/%v", [name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s does nothing when its far end is gone", [
			name(tunnel, i),
			input.subject.label,
		]),
		"evidence": [input.subject.id],
	}
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null
