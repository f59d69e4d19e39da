# METADATA
# title: There must be one public zone of a name
# description: >-
#   Two public zones of one name have different servers, and only one of them is asked. Whoever changes the
#   other one changes nothing.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: low
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   remediation: >-
#     Delete the zone that nobody asks. CLI: aws route53 delete-hosted-zone.
#   controls:
#     nist-800-53-r5: [CM-8, SC-20]
package policies.dns.public_zones_have_no_twins

findings contains finding if {
	input.subject.is.private == false
	some twin in input.standing.twins
	not twin.private
	finding := {
		"key": twin.id,
		"message": sprintf("%s and %s are public zones of one name", [input.subject.label, twin.label]),
		"evidence": [input.subject.id, twin.id],
	}
}
