# METADATA
# title: File shares of gateways must encrypt with a key of the customer
# description: >-
#   What machines at home write to a gateway comes to lie in a bucket; a key of your own says who may read it
#   there.
# related_resources:
#   - https://docs.aws.amazon.com/filegateway/latest/files3/encrypt-objects-stored-by-file-gateway-in-amazon-s3.html
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: low
#   subject: transfer
#   types: [aws.file-share]
#   reads: []
#   remediation: >-
#     Set a KMS key on the share; Terraform: kms_encrypted and kms_key_arn of the
#     aws_storagegateway_nfs_file_share.
#   controls:
#     nist-800-53-r5: [SC-12, SC-28]
package policies.data.shares_use_own_keys

findings contains finding if {
	input.subject.is.key == null
	finding := {
		"key": "key",
		"message": sprintf("%s is encrypted with a key of the service", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
