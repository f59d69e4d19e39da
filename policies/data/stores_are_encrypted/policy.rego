# METADATA
# title: Stores must encrypt what lies in them
# description: >-
#   Disks are replaced and snapshots are shared. What is encrypted says nothing without its key.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#   - https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: high
#   subject: data-store
#   reads: []
#   remediation: >-
#     Encrypt it: mostly by a copy that is encrypted and takes its place; Terraform: encrypted of the
#     aws_ebs_volume, storage_encrypted of the aws_db_instance.
#   controls:
#     nist-800-53-r5: [SC-28, SC-13]
#     aws-fsbp: [EC2.3, RDS.3, EFS.1]
#     cis-aws-5.0: ["2.2.1", "2.3.1"]
#     cis-aws-3.0: ["2.3.1", "2.4.1"]
package policies.data.stores_are_encrypted

findings contains finding if {
	input.subject.is.encrypted == false
	finding := {
		"key": "encryption",
		"message": sprintf("%s is not encrypted", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
