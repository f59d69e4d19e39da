# METADATA
# title: What moves data must log it
# description: >-
#   Whether all rows and files arrived is told by the log of the task. Without it a migration is believed,
#   not known.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Monitoring.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-7
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: low
#   subject: transfer
#   reads: []
#   remediation: >-
#     DMS: aws dms modify-replication-task, logging in the settings; DataSync: aws datasync update-task
#     --cloud-watch-log-group-arn; Terraform: replication_task_settings, cloudwatch_log_group_arn.
#   controls:
#     aws-fsbp: [DMS.7, DMS.8, DataSync.1, Transfer.3]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-2, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.transfers.tasks_keep_logs

findings contains finding if {
	input.subject.is.transferType in {"migration", "sync", "file-server", "delivery"}
	silent
	finding := {
		"key": "logs",
		"message": sprintf("%s does not log what it moves", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

silent if input.subject.is.logging == false

silent if input.subject.is.sourceLogging == false

silent if input.subject.is.targetLogging == false
