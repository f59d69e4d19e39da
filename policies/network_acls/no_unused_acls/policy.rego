# METADATA
# title: A network ACL should guard a subnet
# description: >-
#   An ACL on no subnet filters nothing. It misleads whoever reads it as protection, and is at hand, unreviewed,
#   for the next subnet.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-16
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.network-acl]
#   reads: [subnets]
#   complete: true
#   remediation: >-
#     Associate it with the subnets it was made for, or delete it. CLI: aws ec2 delete-network-acl
#     --network-acl-id ACL; Terraform: remove the aws_network_acl or give it subnet_ids.
#   controls:
#     aws-fsbp: [EC2.16]
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: [CM-8(1)]
#     pci-dss-4.0.1: ["1.2.7"]
package policies.network_acls.no_unused_acls

# A default ACL cannot be deleted.
applicable if not input.subject.is.isDefault

findings contains finding if {
	not input.subject.is.isDefault
	count(input.subnets) == 0
	finding := {
		"key": "unused",
		"message": sprintf("%s is associated with no subnet", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
