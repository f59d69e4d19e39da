# METADATA
# title: Groups should not admit each other on every port
# description: >-
#   Members of a group that admits another group, or itself, on every port are one machine to whoever takes one
#   of them: nothing stands between the first host and the rest.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: info
#   subject: filter
#   types: [aws.security-group]
#   reads: [exposure]
#   remediation: >-
#     Admit the ports that members serve each other. CLI: aws ec2 authorize-security-group-ingress --source-group;
#     Terraform: referenced_security_group_id with from_port and to_port.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, AC-4(21), SC-7]
package policies.segmentation.no_all_ports_between_groups

import data.lib.exposure
import data.lib.findings

# The rule that a default group is born with is judged by security_groups/default_group_has_no_rules.
applicable if not input.subject.is.isDefault

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "members"
	exposure.everything(cause)
	message := sprintf("%s admits members of groups that it names on every port", [input.subject.label])

	# A group stands for addresses of both families: without the family, the two causes are one finding.
	finding := findings.about(cause, "ingress/members", message)
}
