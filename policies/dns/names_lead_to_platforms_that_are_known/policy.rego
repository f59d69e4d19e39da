# METADATA
# title: Public names must lead to platforms of others only where that is meant
# description: >-
#   Platforms give names to whoever asks first. A record that leads to one is safe only as long as the
#   account there is kept, which no scan of the estate can see.
# related_resources:
#   - https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/Subdomain_takeover
# schemas:
#   - input: schema["record"]
# custom:
#   severity: low
#   subject: record
#   types: []
#   reads: [leads]
#   remediation: >-
#     Check that the name is still claimed there, then name it in the parameter expected; else delete the
#     record.
#   controls:
#     nist-800-53-r5: [AC-20, SC-20]
#   parameters:
#     expected:
#       description: names on platforms of others that are in use, with their last dot
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.dns.names_lead_to_platforms_that_are_known

findings contains finding if {
	input.leads.public == true
	some target in input.leads.targets
	target.service == "platform-of-others"
	not target.value in data.params.dns.names_lead_to_platforms_that_are_known.expected
	finding := {
		"key": target.value,
		"message": sprintf("%s leads to %s, a name that whoever wants may take", [input.subject.label, target.value]),
		"evidence": [input.subject.id],
	}
}
