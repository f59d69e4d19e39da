# METADATA
# title: The world must be told of the servers of a public zone
# description: >-
#   A public zone whose servers neither the zone above nor the registrar names is asked by nobody: what is
#   changed there has no effect. Where only some of the named servers are its own, some questions fail.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-name-servers-glue-records.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: low
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   complete: true
#   remediation: >-
#     Name the four servers of the zone at the registrar or in the zone above, or delete the zone. CLI: aws
#     route53domains update-domain-nameservers.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.zones_are_the_ones_that_are_asked

findings contains finding if {
	status := input.standing.delegation.status
	words := {
		"elsewhere": "other servers than its own are named for it",
		"none": "the zone above does not hand it on",
		"partly": "some servers are named for it that are not its own",
	}
	finding := {
		"key": status,
		"message": sprintf("%s: %s", [input.subject.label, words[status]]),
		"evidence": [input.subject.id],
		"severity": {"elsewhere": "low", "none": "low", "partly": "high"}[status],
	}
}
