# METADATA
# title: What moves data should encrypt it with a key of one's own
# description: >-
#   Copies of what passes lie on its disk. A key says who may read them, and can be taken away afterwards.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: low
#   subject: transfer
#   reads: []
#   remediation: >-
#     CLI: aws dms create-replication-instance --kms-key-id; Terraform: kms_key_arn of the
#     aws_dms_replication_instance.
#   controls:
#     dora: ["9(2)"]
#     gdpr: ["32(1)(a)"]
#     iso-27001-2022: [A.8.24]
#     nis2: ["21(2)(h)"]
#     nist-800-53-r5: ["SC-28(1)"]
#     pci-dss-4.0.1: ["4.2.1"]
package policies.transfers.movers_have_a_key_of_their_own

findings contains finding if {
	input.subject.is.transferType in {"mover", "file-gateway"}
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("%s encrypts with no key of one's own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
