# METADATA
# title: A wildcard must lead to something of the estate
# description: >-
#   A wildcard answers every name that nobody thought of. Where it leads to something that is gone or of
#   others, all of these names are theirs.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc4592
# schemas:
#   - input: schema["record"]
# custom:
#   severity: high
#   subject: record
#   types: []
#   reads: [leads]
#   complete: true
#   remediation: >-
#     Replace the wildcard by the names that are in use, or point it to an entry point of the estate.
#   controls:
#     nist-800-53-r5: [CM-7, SC-20]
package policies.dns.wildcards_lead_to_the_estate

applicable if input.subject.is.wildcard

findings contains finding if {
	input.leads.public == true
	some target in input.leads.targets
	target.owned in {"gone", "others"}
	target.claimable
	finding := {
		"key": target.value,
		"message": sprintf("Every name below %s leads to %s, which is not the estate's", [input.subject.label, target.value]),
		"evidence": [input.subject.id],
	}
}
