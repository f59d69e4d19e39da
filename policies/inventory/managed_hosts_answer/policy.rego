# METADATA
# title: Managed machines must answer
# description: >-
#   An agent that is silent takes no patches, and the list shows the machine as managed.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-troubleshooting-managed-nodes.html
# schemas:
#   - input: schema["managed-host"]
# custom:
#   severity: low
#   subject: managed-host
#   types: [aws.managed-host]
#   reads: []
#   remediation: >-
#     Start the agent, or take the machine off the list. CLI: aws ssm deregister-managed-instance.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.5.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8]
package policies.inventory.managed_hosts_answer

findings contains finding if {
	input.subject.is.ping in {"connection-lost", "inactive"}
	finding := {
		"key": "silent",
		"message": sprintf("The agent of %s is silent (%s)", [input.subject.label, input.subject.is.ping]),
		"evidence": [input.subject.id],
	}
}
