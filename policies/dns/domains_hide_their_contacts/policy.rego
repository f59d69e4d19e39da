# METADATA
# title: The contacts of a domain must be hidden
# description: >-
#   Contacts in the public register are called and written to by those who want to take the domain.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-privacy-protection.html
# schemas:
#   - input: schema["domain"]
# custom:
#   severity: low
#   subject: domain
#   types: [aws.domain]
#   reads: []
#   remediation: >-
#     Turn privacy protection on. CLI: aws route53domains update-domain-contact-privacy.
#   controls:
#     nist-800-53-r5: [SC-20, CM-3]
package policies.dns.domains_hide_their_contacts

findings contains finding if {
	open := [contact | some contact in ["registrant", "admin", "technical", "billing"]; input.subject.is.privacy[contact] == false]
	count(open) > 0
	finding := {
		"key": "privacy",
		"message": sprintf("%s tells everybody its contacts: %s", [input.subject.label, concat(", ", open)]),
		"evidence": [input.subject.id],
	}
}
