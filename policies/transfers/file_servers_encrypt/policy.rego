# METADATA
# title: File servers must not speak FTP
# description: >-
#   FTP sends passwords and files in plain text.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html#transfer-2
#   - https://docs.aws.amazon.com/transfer/latest/userguide/edit-server-config.html
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: high
#   subject: transfer
#   reads: []
#   remediation: >-
#     CLI: aws transfer update-server --protocols SFTP; Terraform: protocols of the aws_transfer_server.
#   controls:
#     aws-fsbp: [Transfer.2]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.transfers.file_servers_encrypt

findings contains finding if {
	input.subject.is.transferType == "file-server"
	some protocol in input.subject.is.protocols
	lower(protocol) == "ftp"
	finding := {
		"key": "ftp",
		"message": sprintf("%s speaks FTP", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
