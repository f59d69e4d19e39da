# METADATA
# title: Tunnels should keep logs
# description: >-
#   Why a tunnel went down at night is told by its log, or by nobody.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-171
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: low
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpn-tunnel-options --tunnel-options LogOptions; Terraform: tunnel1_log_options of
#     the aws_vpn_connection.
#   controls:
#     aws-fsbp: [EC2.171]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.hybrid.vpn_tunnels_keep_logs

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	tunnel.options.logging == false
	finding := {
		"key": sprintf("logs/%v", [name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s keeps no logs", [name(tunnel, i), input.subject.label]),
		"evidence": [input.subject.id],
	}
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null
