# METADATA
# title: An activation should admit few machines
# description: >-
#   Who has its code adds a machine to the account, with a role. One for a thousand lies in scripts for
#   years.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-activation-managed-nodes.html
# schemas:
#   - input: schema["activation"]
# custom:
#   severity: low
#   subject: activation
#   types: [aws.ssm-activation]
#   reads: []
#   remediation: >-
#     CLI: aws ssm delete-activation; Terraform: registration_limit of the aws_ssm_activation.
#   controls:
#     iso-27001-2022: [A.5.15]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [AC-2, IA-3]
#   parameters:
#     most:
#       description: machines that an activation may still admit
#       default: 100
#       schema: {type: integer, minimum: 0}
package policies.inventory.activations_admit_few

findings contains finding if {
	input.subject.is.expired == false
	left := input.subject.is.limit - input.subject.is.registered
	left > data.params.inventory.activations_admit_few.most
	finding := {
		"key": "open",
		"message": sprintf("%s still admits %d machines", [input.subject.label, left]),
		"evidence": [input.subject.id],
	}
}
