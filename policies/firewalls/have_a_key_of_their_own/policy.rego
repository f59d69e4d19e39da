# METADATA
# title: A firewall should be encrypted with a key of one's own
# description: >-
#   Its rules say what is known of attackers and what is not looked at.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["firewall"]
# custom:
#   severity: info
#   subject: firewall
#   types: [aws.network-firewall]
#   reads: []
#   remediation: >-
#     CLI: aws network-firewall update-firewall-encryption-configuration; Terraform:
#     encryption_configuration.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-28(1)"]
package policies.firewalls.have_a_key_of_their_own

findings contains finding if {
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("%s is encrypted with no key of one's own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
