# METADATA
# title: Detectors should be managed in one account
# description: >-
#   A detector that its own account manages can be switched off by whoever broke into that account, and its
#   findings are read by nobody else.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html
# schemas:
#   - input: schema["detector"]
# custom:
#   severity: medium
#   subject: detector
#   types: [aws.guardduty-detector]
#   reads: []
#   remediation: >-
#     Delegate GuardDuty to one account and add the members. CLI: aws guardduty enable-organization-admin-
#     account; Terraform: aws_guardduty_organization_admin_account.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4, RA-5]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.detectors_are_centrally_managed

findings contains finding if {
	input.subject.is.administrator == null
	input.subject.is.autoEnable == null
	finding := {
		"key": "administrator",
		"message": sprintf("No other account manages %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
