# METADATA
# title: A web ACL must limit how many requests one sender makes
# description: >-
#   Without a limit one sender can try passwords, scrape pages and keep servers busy as fast as the network
#   carries it.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: low
#   subject: web-acl
#   types: []
#   reads: [coverage]
#   complete: true
#   remediation: >-
#     Add a rate-based rule that blocks. CLI: aws wafv2 update-web-acl; Terraform: rate_based_statement of the
#     aws_wafv2_web_acl.
#   controls:
#     dora: ["7", "9(4)(b)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14, A.8.20]
#     nis2: ["21(2)(c)", "21(2)(e)"]
#     nist-800-53-r5: [SC-5, SC-7]
package policies.web.floods_are_limited

findings contains finding if {
	input.coverage.default == "allow"
	count(input.coverage.protections) > 0
	count([protection | some protection in input.coverage.protections; limits(protection)]) == 0
	finding := {
		"key": "rate",
		"message": sprintf("%s does not limit how many requests one sender makes", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

limits(protection) if {
	some what in protection.detects
	what in {"rate", "denial-of-service"}
	protection.reached != "none"
	count(protection.blocking) + count(protection.asking) > 0
}
