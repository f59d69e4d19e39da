# METADATA
# title: A name server must not give whole zones to everybody
# description: >-
#   A whole zone is a map of the network. BIND gives it to whoever asks where nothing else is said.
# related_resources:
#   - https://bind9.readthedocs.io/en/v9.18.32/reference.html#namedconf-statement-allow-transfer
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: medium
#   subject: zone
#   types: [bind.zone]
#   reads: [name_server]
#   remediation: >-
#     Name the secondaries, or none: allow-transfer { none; }; in options, view or zone.
#   controls:
#     nist-800-53-r5: [SC-20, CM-7]
package policies.dns.zone_transfers_are_limited

findings contains finding if {
	"any" in transfers
	finding := {
		"key": "transfer",
		"message": sprintf("Everybody may copy the zone %s whole", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

transfers := input.subject.is.transfers if {
	input.subject.is.transfers
} else := input.name_server.is.transfers
