# METADATA
# title: New volumes must be encrypted, whoever makes them
# description: >-
#   One forgotten switch in a template leaves plain disks and plain snapshots behind.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
# schemas:
#   - input: schema["region"]
# custom:
#   severity: medium
#   subject: region
#   types: [aws.region]
#   reads: []
#   remediation: >-
#     Switch it on in each Region: aws ec2 enable-ebs-encryption-by-default; Terraform:
#     aws_ebs_encryption_by_default.
#   controls:
#     nist-800-53-r5: [SC-28]
#     aws-fsbp: [EC2.7]
#     cis-aws-5.0: ["5.1.1"]
#     cis-aws-3.0: ["2.2.1"]
package policies.data.volumes_are_encrypted_by_default

# What was not asked says nothing of the Region.
applicable if input.subject.is.encryptsVolumes != null

findings contains finding if {
	input.subject.is.encryptsVolumes == false
	finding := {
		"key": "default",
		"message": sprintf("%s does not encrypt new volumes by itself", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
