# METADATA
# title: A public zone must say who may send its mail
# description: >-
#   Without an SPF record, or with one that lets everybody pass, anybody sends mail in the name of the
#   domain. With two records receivers take neither (RFC 7208).
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc7208
# schemas:
#   - input: schema["zone"]
# custom:
#   severity: medium
#   subject: zone
#   types: [aws.hosted-zone]
#   reads: [standing]
#   complete: true
#   remediation: >-
#     Publish one TXT record like v=spf1 include:amazonses.com -all, or v=spf1 -all where no mail is sent.
#   controls:
#     nist-800-53-r5: [SC-20, IA-8]
package policies.dns.mail_senders_are_named

applicable if input.subject.is.private == false

findings contains finding if {
	input.subject.is.private == false
	input.standing.delegation.status in {"here", "partly", "unknown"}
	some problem in problems
	finding := {
		"key": "spf",
		"message": sprintf("%s %s", [input.subject.label, problem]),
		"evidence": [input.subject.id],
	}
}

problems contains "does not say who may send its mail" if input.standing.apex.senders == null

problems contains "says twice who may send its mail, so that neither counts" if input.standing.apex.senderRecords > 1

problems contains "lets everybody send its mail" if {
	input.standing.apex.senderRecords == 1
	input.standing.apex.senders in {"+all", "?all", "open"}
}
