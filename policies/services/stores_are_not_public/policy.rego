# METADATA
# title: Databases, streams and search domains must not be public
# description: >-
#   A database with a public address is one wrong rule away from everybody.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: high
#   subject: data-store
#   reads: []
#   remediation: >-
#     CLI: aws rds modify-db-instance --no-publicly-accessible; Terraform: publicly_accessible.
#   controls:
#     aws-fsbp: [RDS.2, Redshift.1, MSK.4, ES.2, Opensearch.2]
#     cis-aws-3.0: ["2.3.3"]
#     cis-aws-5.0: ["2.2.3"]
#     dora: ["9(4)(b)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.4.4"]
package policies.services.stores_are_not_public

applicable if input.subject.is.storeType in {"database", "cluster", "cache", "stream", "search"}

findings contains finding if {
	applicable
	input.subject.is.isPublic == true
	finding := {
		"key": "public",
		"message": sprintf("%s may be reached from the internet", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
