# METADATA
# title: A DNS firewall that fails must let nothing pass
# description: >-
#   Where the firewall is set to fail open, whatever it cannot judge is answered: whoever brings it to fail
#   is past it.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html
# schemas:
#   - input: schema["resolver-settings"]
# custom:
#   severity: medium
#   subject: resolver-settings
#   types: [aws.resolver-settings]
#   reads: []
#   remediation: >-
#     Turn fail open off where safety goes before availability. CLI: aws route53resolver update-firewall-
#     config --firewall-fail-open DISABLED.
#   controls:
#     nist-800-53-r5: [SC-7]
package policies.dns.dns_firewalls_fail_closed

findings contains finding if {
	input.subject.is.firewallFailOpen == "enabled"
	finding := {
		"key": "fail-open",
		"message": sprintf("%s: the DNS firewall lets pass what it cannot judge", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
