# METADATA
# title: Machines should have an agent that manages them
# description: >-
#   A machine without an agent is patched by whoever remembers it, and nobody can say what runs on it.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/managed_instances.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-1
# schemas:
#   - input: schema["host"]
# custom:
#   severity: medium
#   subject: host
#   types: [aws.instance]
#   reads: [managed_hosts]
#   complete: true
#   remediation: >-
#     Give it the agent and a role with AmazonSSMManagedInstanceCore. CLI: aws ssm describe-instance-
#     information; Terraform: iam_instance_profile.
#   controls:
#     aws-fsbp: [SSM.1]
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.inventory.hosts_are_managed

findings contains finding if {
	input.subject.is.state == "running"
	count(input.managed_hosts) == 0
	finding := {
		"key": "unmanaged",
		"message": sprintf("No agent manages %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
