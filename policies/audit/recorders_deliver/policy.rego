# METADATA
# title: What recorders write down must arrive
# description: >-
#   A recorder whose last delivery failed goes on recording to nowhere.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/troubleshooting-recording.html
# schemas:
#   - input: schema["recorder"]
# custom:
#   severity: medium
#   subject: recorder
#   types: [aws.config-recorder]
#   reads: []
#   remediation: >-
#     Mend the policy of the bucket, key or topic of the delivery channel, then aws configservice deliver-
#     config-snapshot; Terraform: aws_config_delivery_channel.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [AU-5, CM-8]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.audit.recorders_deliver

findings contains finding if {
	input.subject.is.recording == true
	input.subject.is.lastStatus == "failure"
	finding := {
		"key": "delivery",
		"message": sprintf("The last delivery of %s failed", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
