# METADATA
# title: Both tunnels of a VPN connection must be up
# description: >-
#   The provider takes tunnels away for maintenance, one at a time. Where the other is down already the data
#   centre is cut off.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-20
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: medium
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     Mend the far end: both tunnels need keys, routes and an open firewall. aws ec2 describe-vpn-connections
#     tells the status; Terraform: aws_vpn_connection.
#   controls:
#     aws-fsbp: [EC2.20]
#     dora: ["12(5)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-8, CP-10]
package policies.hybrid.vpn_tunnels_are_up

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	tunnel.status == "down"
	finding := {
		"key": sprintf("down/%v", [name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s is down%s", [name(tunnel, i), input.subject.label, why(tunnel)]),
		"evidence": [input.subject.id],
	}
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null

why(tunnel) := sprintf(": %s", [tunnel.message]) if object.get(tunnel, "message", null) != null

why(tunnel) := "" if object.get(tunnel, "message", null) == null
