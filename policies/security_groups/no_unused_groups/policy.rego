# METADATA
# title: A security group should guard something
# description: >-
#   A group on no interface, load balancer or endpoint, to which no rule of another group refers, is left over. It is at hand with
#   yesterday's rules for whoever picks it from the list.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/deleting-security-groups.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-22
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group]
#   reads: [interfaces, hosts, load_balancers, endpoints, referenced_by.filter]
#   complete: true
#   remediation: >-
#     Check that no launch template, template or function configuration names it, then delete it. CLI: aws ec2
#     delete-security-group --group-id GROUP; Terraform: remove the aws_security_group.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: [CM-8(1)]
package policies.security_groups.no_unused_groups

# A default group cannot be deleted.
applicable if not input.subject.is.isDefault

findings contains finding if {
	not input.subject.is.isDefault
	count(input.interfaces) == 0
	count(input.hosts) == 0
	count(input.load_balancers) == 0
	count(input.endpoints) == 0
	not referred_to
	finding := {
		"key": "unused",
		"message": sprintf("%s guards nothing, and no rule of another group refers to it", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

# A group that admits its own members is not used by that.
referred_to if {
	some rule in input.referenced_by
	rule.filter.id != input.subject.id
}

# A rule whose group is not known may be one of another group.
referred_to if {
	some rule in input.referenced_by
	is_null(rule.filter)
}
