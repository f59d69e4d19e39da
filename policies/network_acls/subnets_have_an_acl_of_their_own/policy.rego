# METADATA
# title: Subnets should not hang on the default network ACL
# description: >-
#   The default ACL is shared by every subnet that nobody thought about. A change made for one of them changes
#   all, and a subnet for databases is filtered like one for web servers.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html
# schemas:
#   - input: schema["subnet"]
# custom:
#   severity: info
#   subject: subnet
#   types: [aws.subnet]
#   reads: [filters]
#   remediation: >-
#     Create an ACL for the tier and associate the subnet with it. CLI: aws ec2 create-network-acl, aws ec2
#     replace-network-acl-association; Terraform: subnet_ids of an aws_network_acl.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4(21), SC-7]
package policies.network_acls.subnets_have_an_acl_of_their_own

# In a default network everything is default; segmentation/no_default_networks speaks of it.
applicable if not input.subject.is.isDefault

findings contains finding if {
	some filter in input.filters
	filter.type == "aws.network-acl"
	filter.is.isDefault
	finding := {
		"key": "default-acl",
		"message": sprintf("%s is guarded by the default ACL %s", [input.subject.label, filter.label]),
		"evidence": [input.subject.id, filter.id],
	}
}
