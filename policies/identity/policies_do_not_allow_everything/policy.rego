# METADATA
# title: No policy of yours may allow everything
# description: >-
#   A policy that allows all actions on all resources makes an administrator of everybody it is attached to,
#   by a name that nobody expects it under.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["identity-policy"]
# custom:
#   severity: high
#   subject: identity-policy
#   types: [aws.iam-policy]
#   reads: []
#   remediation: >-
#     Name the actions and resources that are needed. CLI: aws iam create-policy-version --set-as-default;
#     Terraform: policy of the aws_iam_policy.
#   controls:
#     aws-fsbp: [IAM.1]
#     cis-aws-3.0: ["1.16"]
#     nist-800-53-r5: [AC-6]
package policies.identity.policies_do_not_allow_everything

import data.lib.documents

findings contains finding if {
	input.subject.is.providerManaged == false
	some place, statement in documents.statements(input.subject.is.document)
	statement.Effect == "Allow"
	some action in documents.list(statement, "Action")
	documents.all_actions(action)
	some resource in documents.list(statement, "Resource")
	documents.all_resources(resource)
	finding := {
		"key": sprintf("statement/%d", [place]),
		"message": sprintf("Statement %d of %s allows everything", [place + 1, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
