# METADATA
# title: Databases and caches should stand in a network
# description: >-
#   What stands in no network has no groups, routes and flow logs: only its policy is between it and the
#   internet.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   types: [aws.db-instance, aws.redshift-cluster, aws.search-domain, aws.cache-cluster]
#   reads: [network]
#   complete: true
#   remediation: >-
#     Make it anew in a subnet group. Terraform: db_subnet_group_name, vpc_options of the
#     aws_opensearch_domain.
#   controls:
#     aws-fsbp: [ES.2, Opensearch.2]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.services.stores_stand_in_networks

findings contains finding if {
	is_null(input.network)
	finding := {
		"key": "network",
		"message": sprintf("%s stands in no network", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
