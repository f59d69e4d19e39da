# METADATA
# title: Health checks of web pages must use HTTPS
# description: >-
#   A check over HTTP does not see that a certificate has expired, and what it asks and is answered anybody
#   on the way can read and change.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html
# schemas:
#   - input: schema["health-check"]
# custom:
#   severity: low
#   subject: health-check
#   types: [aws.health-check]
#   reads: []
#   remediation: >-
#     Make a check of type HTTPS and use it instead: the type of a check cannot be changed.
#   controls:
#     nist-800-53-r5: [SC-8]
package policies.dns.health_checks_are_encrypted

findings contains finding if {
	input.subject.is.checkType in {"http", "http-str-match"}
	finding := {
		"key": "http",
		"message": sprintf("%s asks over HTTP", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
