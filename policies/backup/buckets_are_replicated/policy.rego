# METADATA
# title: Buckets must be replicated to another Region
# description: >-
#   A bucket is lost with its Region, unless what is written is copied elsewhere at once. Where the law binds data
#   to one place, name the classes that may leave.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   types: [aws.bucket]
#   reads: [placement]
#   complete: true
#   remediation: >-
#     Replicate the bucket to an allowed Region; Terraform: aws_s3_bucket_replication_configuration.
#   controls:
#     nist-800-53-r5: [CP-6, CP-9]
#     aws-fsbp: [S3.7]
#   parameters:
#     classes:
#       description: classes of data that need it, or none for all
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.backup.buckets_are_replicated

applicable if wanted

wanted if count(data.params.backup.buckets_are_replicated.classes) == 0

wanted if {
	some class in data.params.backup.buckets_are_replicated.classes
	class in {one | some one in input.placement.classes}
}

findings contains finding if {
	wanted
	not replicated
	finding := {
		"key": "replication",
		"message": sprintf("%s is replicated to no other Region", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

replicated if {
	some home in input.placement.places
	home.how == "lies"
	some place in input.placement.places
	place.how == "goes"
	place.region != home.region
	some step in place.trace
	step.why == "replication"
}
