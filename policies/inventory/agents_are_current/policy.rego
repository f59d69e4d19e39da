# METADATA
# title: Agents should be current
# description: >-
#   The agent runs as root, and its old versions have known holes.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-automatic-updates.html
# schemas:
#   - input: schema["managed-host"]
# custom:
#   severity: low
#   subject: managed-host
#   types: [aws.managed-host]
#   reads: []
#   remediation: >-
#     CLI: aws ssm create-association --name AWS-UpdateSSMAgent; Terraform: aws_ssm_association.
#   controls:
#     dora: ["9(4)(f)"]
#     iso-27001-2022: [A.8.8]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [RA-5, SI-2]
#     pci-dss-4.0.1: ["6.3.3"]
package policies.inventory.agents_are_current

findings contains finding if {
	input.subject.is.agentCurrent == false
	finding := {
		"key": "agent",
		"message": sprintf("The agent of %s is old (%v)", [input.subject.label, object.get(input.subject.is, "agentVersion", "unknown")]),
		"evidence": [input.subject.id],
	}
}
