# METADATA
# title: Networks should be used
# description: >-
#   A network in which nothing stands has routes and joins all the same, and nobody looks at it.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: info
#   subject: network
#   types: [aws.vpc]
#   reads: [subnets]
#   complete: true
#   remediation: >-
#     CLI: aws ec2 delete-vpc; Terraform: remove the aws_vpc.
#   controls:
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: ["CM-8(1)"]
package policies.hygiene.networks_are_used

import data.lib.occupied

# Of default networks segmentation/no_default_networks speaks.
findings contains finding if {
	not input.subject.is.isDefault
	count([subnet | some subnet in input.subnets; occupied.subnet(subnet)]) == 0
	finding := {
		"key": "unused",
		"message": sprintf("Nothing stands in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
