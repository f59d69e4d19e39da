# METADATA
# title: Nobody should become an administrator over many roles
# description: >-
#   Every role on the way is one more trust policy that must stay right, and one more name that hides who
#   really acts. What takes many steps was rarely meant.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: low
#   subject: role
#   types: [aws.iam-role]
#   reads: [chains]
#   remediation: >-
#     Let those who need the role take it directly, with a condition, and cut the chain: causeway trust --to
#     ROLE shows it.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
#   parameters:
#     steps:
#       description: steps that are not too many
#       default: 3
#       schema: {type: integer, minimum: 1}
package policies.federation.chains_to_administrators_are_short

import data.lib.trust

findings contains finding if {
	input.chains.power in {"everything", "escalates"}
	some way in input.chains.origins
	way.chain.sure
	steps := count(way.chain.steps)
	steps > data.params.federation.chains_to_administrators_are_short.steps
	finding := {
		"key": way.origin,
		"message": sprintf("%s becomes %s, an administrator, only in %d steps", [way.chain.steps[0].from.name, input.subject.label, steps]),
		"evidence": trust.steps(way.chain),
	}
}
