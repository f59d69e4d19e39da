# METADATA
# title: Few should be assigned to administration
# description: >-
#   Each assignment of a permission set that may do everything is one more account in which one stolen
#   session is enough.
# related_resources:
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetpredefined.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["permission-set"]
# custom:
#   severity: medium
#   subject: permission-set
#   reads: [policies, assignments]
#   remediation: >-
#     Assign narrower permission sets for daily work, and this one for emergencies alone.
#   controls:
#     nist-800-53-r5: [AC-2, AC-6]
#   parameters:
#     most:
#       description: assignments that are not too many
#       default: 20
#       schema: {type: integer, minimum: 0}
package policies.federation.administrators_by_assignment_are_few

findings contains finding if {
	some policy in input.policies
	policy.is.name == "AdministratorAccess"
	policy.is.providerManaged
	given := count(input.assignments)
	given > data.params.federation.administrators_by_assignment_are_few.most
	finding := {
		"key": "assignments",
		"message": sprintf("%s, which may do everything, is assigned %d times", [input.subject.label, given]),
		"evidence": [input.subject.id],
	}
}
