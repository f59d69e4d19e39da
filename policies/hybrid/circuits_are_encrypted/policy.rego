# METADATA
# title: A line that can be encrypted must be
# description: >-
#   Between the provider's cage and one's own router lies a building of others. MACsec keeps what passes
#   there secret, if it must and not only may be used.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/MACsec.html
# schemas:
#   - input: schema["circuit"]
# custom:
#   severity: medium
#   subject: circuit
#   types: [aws.direct-connect-connection, aws.direct-connect-lag]
#   reads: []
#   remediation: >-
#     CLI: aws directconnect associate-mac-sec-key, update-connection --encryption-mode must_encrypt;
#     Terraform: aws_dx_macsec_key_association, encryption_mode of the aws_dx_connection.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.hybrid.circuits_are_encrypted

applicable if {
	input.subject.is.macsec.capable == true
	not input.subject.is.state in {"deleted", "deleting", "rejected"}
}

findings contains finding if {
	applicable
	input.subject.is.macsec.mode != "must_encrypt"
	finding := {
		"key": "mode",
		"message": sprintf("%s can be encrypted, and need not be (%s)", [
			input.subject.label,
			input.subject.is.macsec.mode,
		]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	applicable
	input.subject.is.macsec.portStatus == "encryption down"
	finding := {
		"key": "down",
		"message": sprintf("Encryption of %s is down", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
