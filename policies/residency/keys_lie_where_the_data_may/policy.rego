# METADATA
# title: Keys must lie where the data that they encrypt may
# description: >-
#   Whoever is asked for a key is asked under the law of the place where it lies. A multi-Region key lies in all
#   the Regions of its copies.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: high
#   subject: data-store
#   reads: [placement]
#   remediation: >-
#     Encrypt with a key of an allowed Region: copy the store with another key, and delete the copies of multi-
#     Region keys elsewhere. Terraform: kms_key_id of the store, aws_kms_replica_key.
#   controls:
#     nist-800-53-r5: [SC-12, SC-28]
package policies.residency.keys_lie_where_the_data_may

applicable if count(input.placement.classes) > 0

findings contains finding if {
	some key in input.placement.keys
	count(key.refusedBy) > 0
	finding := {
		"key": concat("/", ["key", key.region, key.key]),
		"message": sprintf("%s or a copy of it is encrypted with a key in %s (%s), which the class %s does not allow", [
			input.subject.label,
			key.region,
			key.country,
			concat(", ", key.refusedBy),
		]),
		"evidence": [key.encrypts, key.key],
	}
}
