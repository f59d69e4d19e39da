# METADATA
# title: A detector must run in every Region
# description: >-
#   Intruders like Regions where nobody looks. Each has its own detector.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1
# schemas:
#   - input: schema["region"]
# custom:
#   severity: high
#   subject: region
#   types: [aws.region]
#   reads: [detectors]
#   complete: true
#   remediation: >-
#     Switch GuardDuty on for the organization. CLI: aws guardduty create-detector --enable; Terraform:
#     aws_guardduty_detector.
#   controls:
#     aws-fsbp: [GuardDuty.1]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4, RA-5]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.regions_have_a_detector

findings contains finding if {
	input.subject.is.enabled != false
	count([detector | some detector in input.detectors; detector.is.enabled == true]) == 0
	finding := {
		"key": "detector",
		"message": sprintf("No detector runs in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
