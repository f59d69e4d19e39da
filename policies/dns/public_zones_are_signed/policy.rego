# METADATA
# title: Public zones must be signed with DNSSEC
# description: >-
#   Answers of a zone that is not signed can be forged on the way, and nobody who asks can tell.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: medium
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: []
#   remediation: >-
#     Make a key-signing key, turn signing on, and let the registrar or the zone above vouch for it. CLI: aws
#     route53 enable-hosted-zone-dnssec; Terraform: aws_route53_hosted_zone_dnssec.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.public_zones_are_signed

applicable if input.subject.is.private == false

findings contains finding if {
	input.subject.is.private == false
	input.subject.is.signing.status in {"not-signing", "deleting"}
	finding := {
		"key": "signing",
		"message": sprintf("%s is not signed", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
