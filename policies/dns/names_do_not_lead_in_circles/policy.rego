# METADATA
# title: A name must not lead back to itself
# description: >-
#   Names that lead to each other in a circle, or questions that are forwarded in one, are never answered,
#   and load every server on the way.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2
# schemas:
#   - input: schema["record"]
# custom:
#   severity: medium
#   subject: record
#   types: []
#   reads: [leads]
#   remediation: >-
#     Let one of the records name an address. CLI: aws route53 change-resource-record-sets.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.names_do_not_lead_in_circles

findings contains finding if {
	input.leads.loop
	finding := {
		"key": "loop",
		"message": sprintf("%s leads back to itself", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
