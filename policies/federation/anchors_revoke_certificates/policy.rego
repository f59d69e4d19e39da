# METADATA
# title: Anchors must know certificates that are good no more
# description: >-
#   Without a revocation list a certificate that leaked opens sessions until it expires, whatever its
#   authority says.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: medium
#   subject: identity-provider
#   types: [aws.trust-anchor]
#   reads: [revocation_lists]
#   complete: true
#   remediation: >-
#     Import the list of the authority and keep it current. CLI: aws rolesanywhere import-crl --enabled.
#   controls:
#     nist-800-53-r5: [IA-5]
package policies.federation.anchors_revoke_certificates

findings contains finding if {
	input.subject.is.enabled == true
	live := [list.id | some list in input.revocation_lists; list.is.enabled == true]
	count(live) == 0
	finding := {
		"key": "revocation",
		"message": sprintf("%s has no revocation list", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
