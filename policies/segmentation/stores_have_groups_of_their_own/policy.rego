# METADATA
# title: Databases and caches must have security groups of their own
# description: >-
#   In the default group a database answers whatever nobody thought about.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: [filters]
#   remediation: >-
#     Give it a group that admits its clients. CLI: aws rds modify-db-instance --vpc-security-group-ids;
#     Terraform: vpc_security_group_ids.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.segmentation.stores_have_groups_of_their_own

findings contains finding if {
	some filter in input.filters
	filter.is.isDefault == true
	finding := {
		"key": "default",
		"message": sprintf("%s is in the default group", [input.subject.label]),
		"evidence": [input.subject.id, filter.id],
	}
}
