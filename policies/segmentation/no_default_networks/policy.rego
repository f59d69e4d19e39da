# METADATA
# title: Default networks should be gone
# description: >-
#   Every Region starts with a default VPC whose subnets are public and whose range is the same everywhere. It is
#   where things land by mistake.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: []
#   remediation: >-
#     Delete it once it is empty; it can be made again. CLI: aws ec2 delete-vpc after its subnets and internet
#     gateway; Terraform: aws_default_vpc with force_destroy = true.
#   controls:
#     iso-27001-2022: [A.8.22, A.8.9]
#     nist-800-53-r5: [CM-2, CM-7]
package policies.segmentation.no_default_networks

findings contains finding if {
	input.subject.is.isDefault
	finding := {
		"key": "default",
		"message": sprintf("%s is the default network of its Region", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
