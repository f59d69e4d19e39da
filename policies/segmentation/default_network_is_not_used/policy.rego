# METADATA
# title: Nothing should run in a default network
# description: >-
#   In a default VPC every subnet is public and every machine gets a public address. What runs there was launched
#   without a design for its network.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: medium
#   subject: network
#   types: [aws.vpc]
#   reads: [interfaces]
#   remediation: >-
#     Move the workloads to a VPC with private subnets, then delete the default one. CLI: aws ec2
#     describe-network-interfaces --filters Name=vpc-id,Values=VPC shows what is left; Terraform: subnet_id of the
#     workloads.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22, A.8.9]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, CM-2, SC-7]
package policies.segmentation.default_network_is_not_used

import data.lib.text

applicable if input.subject.is.isDefault

findings contains finding if {
	input.subject.is.isDefault
	count(input.interfaces) > 0
	finding := {
		"key": "in-use",
		"message": sprintf("%s is a default network and holds %s: %s", [
			input.subject.label,
			text.counted(count(input.interfaces), "interface"),
			text.first([interface.label | some interface in input.interfaces], 4),
		]),
		"evidence": [interface.id | some interface in array.slice(input.interfaces, 0, 20)],
		"cause": input.subject.id,
	}
}
