# METADATA
# title: An organization's detector must take in new accounts
# description: >-
#   An account that is made tomorrow is watched from the first day, or only after somebody thought of it.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/set-guardduty-auto-enable-preferences.html
# schemas:
#   - input: schema["detector"]
# custom:
#   severity: medium
#   subject: detector
#   types: [aws.guardduty-detector]
#   reads: []
#   remediation: >-
#     CLI: aws guardduty update-organization-configuration --auto-enable-organization-members ALL; Terraform:
#     auto_enable_organization_members.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4, RA-5]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.detectors_take_in_new_accounts

findings contains finding if {
	input.subject.is.autoEnable == "none"
	finding := {
		"key": "auto-enable",
		"message": sprintf("%s is not switched on in new accounts", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
