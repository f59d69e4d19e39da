# METADATA
# title: A recorder should record every type of resource
# description: >-
#   What a recorder leaves out has no history, and no rule can judge it.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
# schemas:
#   - input: schema["recorder"]
# custom:
#   severity: low
#   subject: recorder
#   types: [aws.config-recorder]
#   reads: []
#   remediation: >-
#     CLI: aws configservice put-configuration-recorder --recording-group
#     allSupported=true,includeGlobalResourceTypes=true; Terraform: recording_group of the
#     aws_config_configuration_recorder.
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
#   parameters:
#     may_leave_out:
#       description: types that need no history
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.audit.recorders_record_everything

import data.lib.text

applicable if input.subject.is.owner == null

findings contains finding if {
	applicable
	input.subject.is.strategy == "only"
	finding := {
		"key": "types",
		"message": sprintf("%s records %s only", [
			input.subject.label,
			text.counted(count(object.get(input.subject.is, "included", [])), "type"),
		]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	applicable
	input.subject.is.strategy == "all-but"
	fine := data.params.audit.recorders_record_everything.may_leave_out
	left := {type | some type in input.subject.is.excluded; not type in fine}
	count(left) > 0
	finding := {
		"key": "left-out",
		"message": sprintf("%s leaves out %s", [input.subject.label, text.few(sort(left), 3)]),
		"evidence": [input.subject.id],
	}
}
