# METADATA
# title: A zone that is signed must have keys that work
# description: >-
#   Where the key of a signed zone cannot be used any more, its signatures run out, and the names vanish for
#   everybody who checks them.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-troubleshoot.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: critical
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: []
#   remediation: >-
#     Look at the status of the key-signing key and of its KMS key, and let Route 53 use it again. CLI: aws
#     route53 get-dnssec.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.signing_works

findings contains finding if {
	input.subject.is.signing.status in {"action-needed", "internal-failure"}
	finding := {
		"key": "zone",
		"message": sprintf("Signing of %s does not work (%s)", [input.subject.label, input.subject.is.signing.status]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.subject.is.signing.status == "signing"
	some key in input.subject.is.signing.keys
	key.status in {"action-needed", "internal-failure"}
	finding := {
		"key": sprintf("key/%s", [key.name]),
		"message": sprintf("The key %s of %s does not work (%s)", [key.name, input.subject.label, key.status]),
		"evidence": [input.subject.id],
	}
}
