# METADATA
# title: A delegation must name servers that answer for it
# description: >-
#   A zone that hands a name on to servers that do not know it loses the name. Servers of a provider are
#   shared: whoever makes a zone of that name there may be given them, and answers for it.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html
#   - https://www.rfc-editor.org/rfc/rfc1912#section-2.8
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: high
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   complete: true
#   remediation: >-
#     Delete the NS records, or name the four servers of the zone that is meant. CLI: aws route53 get-hosted-
#     zone; aws route53 change-resource-record-sets.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.delegations_are_answered

findings contains finding if {
	some handed in input.standing.lame
	finding := {
		"key": handed.name,
		"message": sprintf("%s hands %s on to %s: %s", [input.subject.label, handed.name, concat(", ", handed.servers), handed.why]),
		"evidence": [handed.record.id],
		"cause": handed.record.id,
	}
}
