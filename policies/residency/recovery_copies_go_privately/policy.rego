# METADATA
# title: Machines must be replicated by private paths
# description: >-
#   Replication for recovery copies whole disks all the time. By public addresses they cross networks of others,
#   and the replication servers can be reached from the internet.
# related_resources:
#   - https://docs.aws.amazon.com/drs/latest/userguide/Network-Settings-Preparations.html
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: medium
#   subject: transfer
#   types: [aws.source-server, aws.recovery-template]
#   reads: []
#   remediation: >-
#     Set data plane routing to private IP and do not create public addresses: aws drs update-replication-
#     configuration; Terraform: aws_drs_replication_configuration_template.
#   controls:
#     nist-800-53-r5: [SC-7, SC-8]
package policies.residency.recovery_copies_go_privately

findings contains finding if {
	input.subject.is.privatePath == false
	finding := {
		"key": "path",
		"message": sprintf("%s replicates over public addresses", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.isPublic == true
	finding := {
		"key": "address",
		"message": sprintf("%s recovers with public addresses", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
