# METADATA
# title: Machines must have their patches
# description: >-
#   Most break-ins use a hole for which there was a patch.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html
# schemas:
#   - input: schema["compliance-summary"]
# custom:
#   severity: high
#   subject: compliance-summary
#   types: [aws.ssm-compliance]
#   reads: []
#   remediation: >-
#     CLI: aws ssm send-command --document-name AWS-RunPatchBaseline; Terraform:
#     aws_ssm_maintenance_window_task.
#   controls:
#     aws-fsbp: [SSM.2]
#     dora: ["9(4)(f)"]
#     iso-27001-2022: [A.8.8]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [RA-5, SI-2]
#     pci-dss-4.0.1: ["6.3.3"]
package policies.inventory.patches_are_applied

findings contains finding if {
	input.subject.is.complianceType == "Patch"
	input.subject.is.compliant == false
	finding := {
		"key": "patches",
		"message": sprintf("%s: %v patches are missing", [input.subject.label, object.get(input.subject.is, "violations", "unknown")]),
		"evidence": [input.subject.id],
	}
}
