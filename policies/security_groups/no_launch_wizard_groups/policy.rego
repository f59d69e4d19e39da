# METADATA
# title: Groups of the launch wizard should be replaced
# description: >-
#   The console names these groups itself and fills them with what the person at the keyboard clicked, often SSH
#   from anywhere. Nobody owns them, and they outlive the instance that they were made for.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-instance-wizard.html
# schemas:
#   - input: schema["filter"]
# custom:
#   severity: low
#   subject: filter
#   types: [aws.security-group]
#   reads: []
#   remediation: >-
#     Make a named group with the rules that the workload needs, attach it, delete this one. CLI: aws ec2
#     create-security-group, aws ec2 delete-security-group; Terraform: aws_security_group.
#   controls:
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: [CM-2, CM-7]
package policies.security_groups.no_launch_wizard_groups

findings contains finding if {
	startswith(input.subject.is.name, "launch-wizard-")
	finding := {
		"key": "launch-wizard",
		"message": sprintf("%s was made by the launch wizard", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
