# METADATA
# title: A firewall must keep logs
# description: >-
#   What was dropped, and what was let by, is known afterwards only where it was written down.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html
# schemas:
#   - input: schema["firewall"]
# custom:
#   severity: medium
#   subject: firewall
#   types: [aws.network-firewall]
#   reads: [flow_logs]
#   complete: true
#   remediation: >-
#     CLI: aws network-firewall update-logging-configuration; Terraform:
#     aws_networkfirewall_logging_configuration.
#   controls:
#     aws-fsbp: [NetworkFirewall.2]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.firewalls.keep_logs

findings contains finding if {
	count([log | some log in input.flow_logs; log.is.traffic in {"alert", "flow"}]) == 0
	finding := {
		"key": "logs",
		"message": sprintf("%s keeps no logs", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
