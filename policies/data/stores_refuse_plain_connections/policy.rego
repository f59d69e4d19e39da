# METADATA
# title: Stores must refuse connections without encryption
# description: >-
#   Passwords and rows cross the network as they are.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: []
#   remediation: >-
#     Ask for TLS; Terraform: transit_encryption_enabled of the aws_elasticache_replication_group,
#     encryption_in_transit of the aws_msk_cluster.
#   controls:
#     nist-800-53-r5: [SC-8, SC-8(1)]
package policies.data.stores_refuse_plain_connections

findings contains finding if {
	input.subject.is.encryptedInTransit == false
	finding := {
		"key": "transport",
		"message": sprintf("%s takes connections without encryption", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
