# METADATA
# title: The registrar must name the servers of the zone
# description: >-
#   Where the registrar names other servers than those of the zone that the estate keeps, others answer for
#   the domain, and the zone is changed for nothing.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-name-servers-glue-records.html
# schemas:
#   - input: schema["domain"]
# custom:
#   severity: medium
#   subject: domain
#   types: [aws.domain]
#   reads: [registration]
#   remediation: >-
#     Name the four servers of the zone, or delete the zone that is not used. CLI: aws route53domains update-
#     domain-nameservers.
#   controls:
#     nist-800-53-r5: [SC-20, CM-3]
package policies.dns.domains_name_the_servers_of_their_zone

findings contains finding if {
	input.registration.servers == "differ"
	finding := {
		"key": "servers",
		"message": sprintf("The registrar names other servers for %s than those of its zones", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
