# METADATA
# title: What is moved must be encrypted on the way to both ends
# description: >-
#   A migration reads every table once: who listens to it in plain text has them all.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-9
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
# schemas:
#   - input: schema["transfer-end"]
# custom:
#   severity: high
#   subject: transfer-end
#   reads: []
#   remediation: >-
#     CLI: aws dms modify-endpoint --ssl-mode verify-full; Terraform: ssl_mode of the aws_dms_endpoint.
#   controls:
#     aws-fsbp: [DMS.9, DMS.12]
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-8(1)", SC-13]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.transfers.ends_are_encrypted_on_the_way

findings contains finding if {
	input.subject.is.encryptedInTransit == false
	finding := {
		"key": "transit",
		"message": sprintf("What goes to and from %s is not encrypted on the way", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
