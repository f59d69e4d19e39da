# METADATA
# title: What moves data should take minor upgrades by itself
# description: >-
#   A tool that runs for the time of a migration is upgraded by nobody, and the time is always longer.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-6
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: low
#   subject: transfer
#   reads: []
#   remediation: >-
#     CLI: aws dms modify-replication-instance --auto-minor-version-upgrade; Terraform:
#     auto_minor_version_upgrade of the aws_dms_replication_instance.
#   controls:
#     aws-fsbp: [DMS.6]
#     iso-27001-2022: [A.8.8]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [SI-2]
#     pci-dss-4.0.1: ["6.3.3"]
package policies.transfers.movers_keep_themselves_current

findings contains finding if {
	input.subject.is.transferType == "mover"
	input.subject.is.autoUpgrades == false
	finding := {
		"key": "upgrades",
		"message": sprintf("%s takes no minor upgrades by itself", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
