# METADATA
# title: A machine with a public address should not hold credentials of the account
# description: >-
#   Whoever takes a machine that faces the internet takes its role along. What the role may do is then what a
#   stranger may do.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
# schemas:
#   - input: schema["host"]
# custom:
#   severity: high
#   subject: host
#   types: [aws.instance]
#   reads: []
#   remediation: >-
#     Move the machine behind a load balancer, or give its role nothing that would hurt. CLI: aws ec2
#     disassociate-iam-instance-profile, aws ec2 disassociate-address; Terraform: iam_instance_profile and
#     associate_public_ip_address of the aws_instance.
#   controls:
#     dora: ["9(4)(b)", "9(4)(c)"]
#     iso-27001-2022: [A.5.15, A.8.20]
#     nis2: ["21(2)(e)", "21(2)(i)"]
#     nist-800-53-r5: [AC-4, AC-6, SC-7]
package policies.hosts.no_role_behind_a_public_address

import data.lib.text

findings contains finding if {
	count(input.subject.is.publicAddresses) > 0
	is_string(input.subject.is.instanceProfile)
	not input.subject.is.state in {"terminated", "shutting-down"}
	finding := {
		"key": "role",
		"message": sprintf("%s has %s and the credentials of %s", [
			input.subject.label,
			text.few(input.subject.is.publicAddresses, 4),
			input.subject.is.instanceProfile,
		]),
		"evidence": [input.subject.id],
	}
}
