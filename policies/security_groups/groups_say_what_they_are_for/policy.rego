# METADATA
# title: A security group should say what it is for
# description: >-
#   The description cannot be changed after creation, and a placeholder in it says nothing. Whoever must decide in
#   an incident whether a group may go has nothing to go by.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: info
#   subject: filter
#   types: [aws.security-group]
#   reads: []
#   remediation: >-
#     Create the group anew with a description that names its workload and owner. CLI: aws ec2
#     create-security-group --description; Terraform: description of the aws_security_group (replaces it).
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: [CM-8]
#     pci-dss-4.0.1: ["1.2.5"]
#   parameters:
#     placeholders:
#       description: descriptions that say nothing, in lower case; a group whose description is its name counts too
#       default: ["", managed by terraform, default, test, todo, security group, sg]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.security_groups.groups_say_what_they_are_for

# AWS describes default groups itself.
applicable if not input.subject.is.isDefault

findings contains finding if {
	not input.subject.is.isDefault
	says_nothing
	finding := {
		"key": "description",
		"message": sprintf("%s has no description that says what it is for", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

says_nothing if input.subject.is.description == null

says_nothing if {
	trim_space(lower(input.subject.is.description)) in data.params.security_groups.groups_say_what_they_are_for.placeholders
}

says_nothing if input.subject.is.description == input.subject.is.name
