# METADATA
# title: The root user must have no access keys
# description: >-
#   A key of the root user may do everything, and never asks for a second factor.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html
# schemas:
#   - input: schema["user"]
# custom:
#   severity: critical
#   subject: user
#   types: [aws.root-user]
#   reads: []
#   remediation: >-
#     Delete them. Console: Security credentials of the root user; or by central root access.
#   controls:
#     aws-fsbp: [IAM.4]
#     cis-aws-3.0: ["1.4"]
#     nist-800-53-r5: [AC-6, IA-5]
package policies.identity.root_has_no_keys

findings contains finding if {
	input.subject.is.root.accessKeys == true
	finding := {
		"key": "keys",
		"message": sprintf("%s has access keys", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
