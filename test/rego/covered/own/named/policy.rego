# METADATA
# title: A group has a label
# description: Without one nobody knows whose it is.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
# custom:
#   severity: low
#   subject: filter
#   reads: []
#   remediation: Give it a name.
package policies.own.named

applicable if input.subject.type == "aws.security-group"

default quiet := false

quiet if {
	input.subject.region == "eu-central-1"
}

findings contains {"key": "label", "message": "a group has no label"} if {
	not quiet
	input.subject.label == ""
}
