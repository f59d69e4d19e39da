# METADATA
# title: A role for certificates should say whose
# description: >-
#   An authority issues certificates to all machines. A role that does not ask for the subject or issuer of
#   one may be taken by every machine.
# related_resources:
#   - https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: medium
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for parts of the certificate: Condition StringEquals aws:PrincipalTag/x509Subject/CN. CLI: aws iam
#     update-assume-role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, IA-8]
package policies.federation.certificate_roles_name_the_certificate

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.name == "rolesanywhere.amazonaws.com"
	not named(way)
	finding := {
		"key": trust.key(way),
		"message": sprintf("Every certificate of the anchor becomes %s (%s)", [input.subject.label, trust.statement(way)]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

named(way) if {
	some key, _ in way.keys
	startswith(key, "aws:principaltag/x509")
	trust.bound(way, key)
}
