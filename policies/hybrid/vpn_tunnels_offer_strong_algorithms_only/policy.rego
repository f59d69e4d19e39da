# METADATA
# title: Tunnels must offer strong algorithms only
# description: >-
#   Both ends settle for what both offer. Whatever weak thing is offered may become what protects the
#   traffic; an empty list offers all that the provider knows.
# related_resources:
#   - https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
#   - https://www.rfc-editor.org/rfc/rfc8247
# schemas:
#   - input: schema["vpn-connection"]
# custom:
#   severity: medium
#   subject: vpn-connection
#   types: [aws.vpn-connection]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpn-tunnel-options; Terraform: tunnel1_phase1_dh_group_numbers,
#     tunnel1_phase1_integrity_algorithms and their like of the aws_vpn_connection.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
#   parameters:
#     weak_encryption:
#       description: ciphers that are not strong
#       default: []
#       schema: {type: array, items: {type: string}}
#     weak_integrity:
#       description: hashes that are not strong
#       default: ["sha1"]
#       schema: {type: array, items: {type: string}}
#     weak_groups:
#       description: "Diffie-Hellman groups that are not strong: 1024 bits, and those whose primes nobody can check"
#       default: [2, 22, 23, 24]
#       schema: {type: array, items: {type: integer}}
package policies.hybrid.vpn_tunnels_offer_strong_algorithms_only

import data.lib.text

params := data.params.hybrid.vpn_tunnels_offer_strong_algorithms_only

applicable if input.subject.is.state == "available"

findings contains finding if {
	applicable
	some i, tunnel in input.subject.is.tunnels
	some phase in ["phase1", "phase2"]
	weak := sort(weaknesses(tunnel.options[phase]))
	count(weak) > 0
	finding := {
		"key": sprintf("%s/%v", [phase, name(tunnel, i)]),
		"message": sprintf("Tunnel %v of %s offers %s in %s", [
			name(tunnel, i),
			input.subject.label,
			text.few(weak, 4),
			phase,
		]),
		"evidence": [input.subject.id],
	}
}

weaknesses(phase) := (ciphers | hashes) | groups if {
	ciphers := {word | some word in offered(phase.encryption, defaults.encryption); word in params.weak_encryption}
	hashes := {word | some word in offered(phase.integrity, defaults.integrity); word in params.weak_integrity}
	groups := {sprintf("group %d", [one]) | some one in offered(phase.groups, defaults.groups); one in params.weak_groups}
}

offered(list, _) := list if count(list) > 0

offered(list, all) := all if count(list) == 0

# https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
defaults := {
	"encryption": ["aes128", "aes256", "aes128-gcm-16", "aes256-gcm-16"],
	"integrity": ["sha1", "sha2-256", "sha2-384", "sha2-512"],
	"groups": [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
}

name(tunnel, _) := tunnel.outsideAddress if tunnel.outsideAddress != null

name(tunnel, i) := i + 1 if tunnel.outsideAddress == null
