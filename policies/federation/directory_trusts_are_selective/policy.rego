# METADATA
# title: Trusts of directories should be selective
# description: >-
#   Over a trust to everybody all people of the other domain may sign in on every machine of this one.
#   Selective authentication asks for leave machine by machine.
# related_resources:
#   - https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_setup_trust.html
# schemas:
#   - input: schema["directory-trust"]
# custom:
#   severity: medium
#   subject: directory-trust
#   reads: []
#   remediation: >-
#     Switch selective authentication on. CLI: aws ds update-trust --selective-auth Enabled.
#   controls:
#     nist-800-53-r5: [AC-3, AC-20]
package policies.federation.directory_trusts_are_selective

findings contains finding if {
	input.subject.is.direction in {"outgoing", "two-way"}
	input.subject.is.selective == false
	finding := {
		"key": "selective",
		"message": sprintf("%s trusts everybody of %s", [input.subject.label, object.get(input.subject.is, "remoteDomain", "unknown")]),
		"evidence": [input.subject.id],
	}
}
