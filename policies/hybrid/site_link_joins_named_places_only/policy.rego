# METADATA
# title: Data centres should be joined over the provider only where it is meant
# description: >-
#   SiteLink lets places that share nothing but a gateway talk to each other, past every firewall of the
#   cloud.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways-intro.html
# schemas:
#   - input: schema["virtual-interface"]
# custom:
#   severity: low
#   subject: virtual-interface
#   types: [aws.virtual-interface]
#   reads: []
#   remediation: >-
#     Name the interface in the parameter may_link, or switch it off. CLI: aws directconnect update-virtual-
#     interface-attributes --no-enable-site-link; Terraform: sitelink_enabled.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     may_link:
#       description: ids of virtual interfaces over which data centres may talk to each other
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.hybrid.site_link_joins_named_places_only

import data.lib.routing

findings contains finding if {
	input.subject.is.siteLink == true
	count([name |
		some name in data.params.hybrid.site_link_joins_named_places_only.may_link
		routing.names(input.subject.id, name)
	]) == 0
	finding := {
		"key": "site-link",
		"message": sprintf("%s lets data centres talk to each other", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
