# METADATA
# title: A detector must watch what is asked of it
# description: >-
#   Each source that a detector does not watch is a place where an attack leaves no trace.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
# schemas:
#   - input: schema["detector"]
# custom:
#   severity: medium
#   subject: detector
#   types: [aws.guardduty-detector]
#   reads: []
#   remediation: >-
#     CLI: aws guardduty update-detector --features; Terraform: aws_guardduty_detector_feature.
#   controls:
#     aws-fsbp: [GuardDuty.6, GuardDuty.9, GuardDuty.10]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4, RA-5]
#     pci-dss-4.0.1: ["11.5.1"]
#   parameters:
#     features:
#       description: what must be watched
#       default: ["s3-data-events", "lambda-network-logs", "rds-login-events"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.audit.detectors_watch_what_they_can

import data.lib.text

findings contains finding if {
	input.subject.is.enabled == true
	is_array(input.subject.is.features)
	on := {feature.name | some feature in input.subject.is.features; feature.enabled == true}
	off := {name | some name in data.params.audit.detectors_watch_what_they_can.features} - on
	count(off) > 0
	finding := {
		"key": "features",
		"message": sprintf("%s does not watch %s", [input.subject.label, text.few(sort(off), 4)]),
		"evidence": [input.subject.id],
	}
}
