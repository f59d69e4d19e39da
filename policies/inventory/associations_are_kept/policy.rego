# METADATA
# title: Machines should be in the state that was laid down
# description: >-
#   An association that fails leaves a machine as somebody last changed it by hand.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/state-manager-about.html
# schemas:
#   - input: schema["compliance-summary"]
# custom:
#   severity: low
#   subject: compliance-summary
#   types: [aws.ssm-compliance]
#   reads: []
#   remediation: >-
#     CLI: aws ssm describe-instance-associations-status, start-associations-once; Terraform:
#     aws_ssm_association.
#   controls:
#     aws-fsbp: [SSM.3]
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: [CM-2, CM-6]
package policies.inventory.associations_are_kept

findings contains finding if {
	input.subject.is.complianceType == "Association"
	input.subject.is.compliant == false
	finding := {
		"key": "associations",
		"message": sprintf("%s does not keep what was laid down", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
