# METADATA
# title: The zone above must vouch for the key of a signed zone
# description: >-
#   Signatures count only where the zone above, or the registrar, vouches for their key. Where it vouches
#   for another key, everybody who checks signatures sees the whole zone as forged.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-chain-of-trust.html
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: medium
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   complete: true
#   remediation: >-
#     Put the DS record of the active key into the zone above, or take the old one away. CLI: aws route53 get-
#     dnssec; aws route53domains associate-delegation-signer-to-domain.
#   controls:
#     nist-800-53-r5: [SC-20]
package policies.dns.signatures_are_vouched_for

findings contains finding if {
	input.subject.is.signing.status == "signing"
	input.standing.delegation.trusted == "no"
	finding := {
		"key": "chain",
		"message": sprintf("%s is signed, and nobody vouches for its key", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	input.standing.delegation.trusted == "mismatch"
	finding := {
		"key": "mismatch",
		"message": sprintf("What stands above %s vouches for a key that does not sign it: who checks signatures cannot ask it", [input.subject.label]),
		"evidence": [input.subject.id],
		"severity": "critical",
	}
}
