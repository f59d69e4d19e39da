# METADATA
# title: A trust policy must name whom it lets in
# description: >-
#   NotPrincipal with Allow lets in everybody but those it names, strangers too.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: []
#   remediation: >-
#     Write the trust policy anew. CLI: aws iam update-assume-role-policy; Terraform: assume_role_policy of
#     the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.trust_names_whom_it_lets_in

import data.lib.documents

findings contains finding if {
	some place, statement in documents.statements(input.subject.is.trust)
	statement.Effect == "Allow"
	statement.NotPrincipal
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of the trust policy of %s lets in all but whom it names", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
