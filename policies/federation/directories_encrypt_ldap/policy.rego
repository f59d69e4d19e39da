# METADATA
# title: Directories must offer LDAP over TLS
# description: >-
#   Plain LDAP sends names, groups and passwords through the network for all to read.
# related_resources:
#   - https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_ldap.html
# schemas:
#   - input: schema["directory"]
# custom:
#   severity: medium
#   subject: directory
#   reads: []
#   remediation: >-
#     Add a certificate and switch LDAPS on. CLI: aws ds enable-ldaps --type Client.
#   controls:
#     nist-800-53-r5: [SC-8, SC-8(1)]
package policies.federation.directories_encrypt_ldap

findings contains finding if {
	input.subject.is.directoryType == "managed-ad"
	input.subject.is.ldaps != "enabled"
	finding := {
		"key": "ldaps",
		"message": sprintf("%s does not encrypt LDAP", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
