# METADATA
# title: Permission sets should have no policy of their own
# description: >-
#   A policy that is written into a permission set stands nowhere else: nobody finds it where policies are
#   looked through, and it is copied by hand.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html
# schemas:
#   - input: schema["permission-set"]
# custom:
#   severity: low
#   subject: permission-set
#   reads: []
#   remediation: >-
#     Put what it says into a managed policy and attach that. CLI: aws sso-admin delete-inline-policy-from-
#     permission-set; Terraform: aws_ssoadmin_customer_managed_policy_attachment.
#   controls:
#     nist-800-53-r5: [AC-6]
package policies.federation.permission_sets_use_managed_policies

findings contains finding if {
	input.subject.is.inlinePolicy != null
	finding := {
		"key": "inline",
		"message": sprintf("%s has a policy of its own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
