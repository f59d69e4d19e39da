# METADATA
# title: A private zone must hold the names that it hides
# description: >-
#   In its networks a private zone is the only one that is asked about its names: what a wider private zone
#   or the public zone of the same name holds and it does not, is not there for them.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: medium
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   remediation: >-
#     Add the missing records to the private zone, or give it a name of its own. CLI: aws route53 change-
#     resource-record-sets.
#   controls:
#     nist-800-53-r5: [SC-20, SC-21]
package policies.dns.private_zones_hide_nothing

findings contains finding if {
	some cover in input.standing.covers
	finding := {
		"key": sprintf("%s/%s", [cover.network.id, cover.zone.id]),
		"message": sprintf("In %s, %s hides %d names of %s: %s", [
			cover.network.label,
			input.subject.label,
			cover.missing,
			cover.zone.label,
			concat(", ", cover.names),
		]),
		"evidence": [input.subject.id, cover.zone.id, cover.network.id],
	}
}
