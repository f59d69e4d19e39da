# METADATA
# title: Ends of transfers must be read and written with encryption
# description: >-
#   A transfer takes all of a store across the network, and once is enough.
# related_resources:
#   - https://docs.aws.amazon.com/datasync/latest/userguide/encryption-in-transit.html
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
# custom:
#   severity: medium
#   subject: transfer-end
#   reads: []
#   remediation: >-
#     Ask for TLS on the endpoint or location; Terraform: ssl_mode of the aws_dms_endpoint.
#   controls:
#     nist-800-53-r5: [SC-8]
#     aws-fsbp: [DMS.9]
package policies.data.transfers_are_encrypted_on_the_way

findings contains finding if {
	input.subject.is.encryptedInTransit == false
	finding := {
		"key": "transport",
		"message": sprintf("%s is read or written without encryption", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
