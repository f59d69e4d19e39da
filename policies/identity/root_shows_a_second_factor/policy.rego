# METADATA
# title: The root user must show a second factor
# description: >-
#   Nothing holds the root user back. A password alone must not be enough for it.
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
#     Register a device for it, or take its credentials away by central root access. Console: Security
#     credentials of the root user.
#   controls:
#     cis-aws-3.0: ["1.5"]
#     nist-800-53-r5: [AC-6, IA-2(1)]
package policies.identity.root_shows_a_second_factor

findings contains finding if {
	input.subject.is.root.mfa == false
	object.get(input.subject.is.root, "password", null) != false
	finding := {
		"key": "mfa",
		"message": sprintf("%s shows no second factor", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
