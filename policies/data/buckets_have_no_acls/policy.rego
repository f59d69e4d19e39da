# METADATA
# title: Buckets must do without ACLs
# description: >-
#   ACLs say who may read object by object, where no policy shows it. With ownership enforced they mean nothing.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   types: [aws.bucket]
#   reads: []
#   remediation: >-
#     Enforce the ownership of the bucket; Terraform: aws_s3_bucket_ownership_controls.
#   controls:
#     nist-800-53-r5: [AC-3]
#     aws-fsbp: [S3.12]
package policies.data.buckets_have_no_acls

findings contains finding if {
	input.subject.is.ownership != "bucket-owner-enforced"
	finding := {
		"key": "acls",
		"message": sprintf("ACLs hold for objects of %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
