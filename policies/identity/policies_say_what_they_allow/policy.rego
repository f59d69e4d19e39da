# METADATA
# title: Policies should not allow all but some actions
# description: >-
#   NotAction allows what is not named, and so every action that is added tomorrow.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
# schemas:
#   - input: schema["identity-policy"]
# custom:
#   severity: medium
#   subject: identity-policy
#   types: [aws.iam-policy]
#   reads: []
#   remediation: >-
#     Name what is allowed. CLI: aws iam create-policy-version --set-as-default; Terraform: policy of the
#     aws_iam_policy.
#   controls:
#     nist-800-53-r5: [AC-6]
package policies.identity.policies_say_what_they_allow

import data.lib.documents

findings contains finding if {
	input.subject.is.providerManaged == false
	some place, statement in documents.statements(input.subject.is.document)
	statement.Effect == "Allow"
	count(documents.list(statement, "NotAction")) > 0
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of %s allows all but what it names", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
