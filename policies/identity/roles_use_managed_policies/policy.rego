# METADATA
# title: Roles should have no policy written into them
# description: >-
#   A policy inside a role is found by looking at that role alone; it has no versions, and is copied by
#   hand.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: info
#   subject: role
#   types: [aws.iam-role]
#   reads: []
#   remediation: >-
#     Put what it says into a managed policy and attach that. CLI: aws iam delete-role-policy; Terraform:
#     aws_iam_role_policy_attachment.
#   controls:
#     nist-800-53-r5: [AC-6]
package policies.identity.roles_use_managed_policies

findings contains finding if {
	inline := count(object.get(input.subject.is, "inlinePolicies", []))
	inline > 0
	finding := {
		"key": "inline",
		"message": sprintf("%s has %d policies written into it", [input.subject.label, inline]),
		"evidence": [input.subject.id],
	}
}
