# METADATA
# title: Interface endpoints should have a group of their own
# description: >-
#   An endpoint on the default group admits whatever the default group admits, and breaks when somebody cleans that
#   group up.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
# schemas:
#   - input: schema["endpoint"]
# custom:
#   severity: low
#   subject: endpoint
#   types: [aws.vpc-endpoint]
#   reads: [filters]
#   remediation: >-
#     Make a group that admits 443 from the clients and put it in place. CLI: aws ec2 modify-vpc-endpoint
#     --add-security-group-ids GROUP --remove-security-group-ids DEFAULT; Terraform: security_group_ids of the
#     aws_vpc_endpoint.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.endpoints.no_default_group

findings contains finding if {
	some filter in input.filters
	filter.is.isDefault
	finding := {
		"key": "default-group",
		"message": sprintf("%s (%s) is guarded by the default group %s", [
			input.subject.label,
			object.get(input.subject.is, "service", "unknown"),
			filter.label,
		]),
		"evidence": [input.subject.id, filter.id],
	}
}
