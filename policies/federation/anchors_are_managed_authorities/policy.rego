# METADATA
# title: Anchors should not be certificates that vouch for themselves
# description: >-
#   A certificate that signed itself is an authority whose key lies on somebody's machine. A managed
#   authority guards its key and writes down what it issues.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
# schemas:
#   - input: schema["identity-provider"]
# custom:
#   severity: low
#   subject: identity-provider
#   types: [aws.trust-anchor]
#   reads: []
#   remediation: >-
#     Use AWS Private CA, or an authority below one that is guarded. CLI: aws rolesanywhere update-trust-
#     anchor --source sourceType=AWS_ACM_PCA.
#   controls:
#     nist-800-53-r5: [IA-5]
package policies.federation.anchors_are_managed_authorities

findings contains finding if {
	input.subject.is.enabled == true
	input.subject.is.authority == null
	some certificate in input.subject.is.certificates
	certificate.subject == certificate.issuer
	finding := {
		"key": certificate.fingerprint,
		"message": sprintf("%s rests on %s, which vouches for itself", [input.subject.label, certificate.subject]),
		"evidence": [input.subject.id],
	}
}
