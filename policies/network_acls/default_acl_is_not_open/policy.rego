# METADATA
# title: A default network ACL that guards subnets should not admit everything
# description: >-
#   AWS creates the default ACL open in both directions, and every subnet without an ACL of its own hangs on it.
#   That is fine as long as it is a decision.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: info
#   subject: filter
#   types: [aws.network-acl]
#   reads: [exposure, subnets]
#   remediation: >-
#     Give the subnets ACLs of their own, then empty the default one. CLI: aws ec2 replace-network-acl-association,
#     aws ec2 delete-network-acl-entry; Terraform: aws_default_network_acl without ingress and egress blocks.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4(21), SC-7]
package policies.network_acls.default_acl_is_not_open

import data.lib.exposure
import data.lib.findings
import data.lib.text

applicable if input.subject.is.isDefault

findings contains finding if {
	input.subject.is.isDefault
	count(input.subnets) > 0
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	exposure.everything(cause)
	message := sprintf("%s, the default ACL of %s, admits everything from %s", [
		input.subject.label,
		text.counted(count(input.subnets), "subnet"),
		findings.from_where(cause),
	])
	finding := findings.about(cause, findings.outline("ingress", cause), message)
}
