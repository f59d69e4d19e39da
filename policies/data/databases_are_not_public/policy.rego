# METADATA
# title: Databases must not have public addresses
# description: >-
#   A database that the internet can ask is one password, or one fault, from everybody.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html
# custom:
#   severity: high
#   subject: data-store
#   types: [aws.db-instance, aws.db-cluster, aws.redshift-cluster, aws.redshift-workgroup, aws.kafka-cluster, aws.search-domain]
#   reads: []
#   remediation: >-
#     Take the public address away; Terraform: publicly_accessible = false.
#   controls:
#     nist-800-53-r5: [AC-3, SC-7]
#     aws-fsbp: [RDS.2, Redshift.1]
#     cis-aws-5.0: ["2.2.3"]
#     cis-aws-3.0: ["2.3.3"]
package policies.data.databases_are_not_public

findings contains finding if {
	input.subject.is.isPublic == true
	finding := {
		"key": "public",
		"message": sprintf("%s has a public address", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
