# METADATA
# title: Nobody from outside should read all data of a service
# description: >-
#   Reading alone is enough to lose everything that is worth something: a role for others that may read
#   every bucket or every secret reaches also those that are made tomorrow.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: medium
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust, chains]
#   remediation: >-
#     Name the buckets, tables and secrets that the other side needs, instead of ReadOnlyAccess or "*".
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.outside_roles_do_not_read_everything

import data.lib.trust

findings contains finding if {
	input.chains.power == "limited"
	count(input.chains.reads) > 0
	some way in input.trust.ways
	way.party.relation in {"outside", "unknown"}
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s may become %s, which reads all data of %s", [way.party.name, input.subject.label, concat(", ", input.chains.reads)]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}
