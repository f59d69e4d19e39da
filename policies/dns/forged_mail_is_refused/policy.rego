# METADATA
# title: A public zone must tell receivers to refuse forged mail
# description: >-
#   DMARC tells receivers what to do with mail that only pretends to be of the domain. Without it, or with a
#   policy of none, they deliver it.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc7489
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: low
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   complete: true
#   remediation: >-
#     Publish a TXT record at _dmarc with v=DMARC1; p=quarantine or p=reject.
#   controls:
#     nist-800-53-r5: [SC-20, IA-8]
package policies.dns.forged_mail_is_refused

applicable if input.subject.is.private == false

findings contains finding if {
	input.subject.is.private == false
	input.standing.delegation.status in {"here", "partly", "unknown"}
	not input.standing.apex.receivers in {"quarantine", "reject"}
	finding := {
		"key": "dmarc",
		"message": sprintf("%s does not tell receivers to refuse mail that is not its own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
