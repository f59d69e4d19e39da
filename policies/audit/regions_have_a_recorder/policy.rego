# METADATA
# title: A recorder must run in every Region
# description: >-
#   Without Config nobody can say how a thing was set up yesterday, or who changed it since.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1
# schemas:
#   - input: schema["region"]
# custom:
#   severity: medium
#   subject: region
#   types: [aws.region]
#   reads: [recorders]
#   complete: true
#   remediation: >-
#     CLI: aws configservice put-configuration-recorder and start-configuration-recorder; Terraform:
#     aws_config_configuration_recorder and its _status.
#   controls:
#     aws-fsbp: [Config.1]
#     cis-aws-3.0: ["3.3"]
#     cis-aws-5.0: ["3.3"]
#     cis-aws-7.0: ["4.3"]
#     dora: ["8(1)"]
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8, CM-3]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.audit.regions_have_a_recorder

findings contains finding if {
	input.subject.is.enabled != false
	count([recorder |
		some recorder in input.recorders
		recorder.is.recording == true
		recorder.is.owner == null
	]) == 0
	finding := {
		"key": "recorder",
		"message": sprintf("No recorder runs in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
