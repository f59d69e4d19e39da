# METADATA
# title: No web ACL may be of WAF Classic
# description: >-
#   WAF Classic came to its end in 2025 and takes no managed rules. What it still guards is guarded by what
#   somebody wrote years ago.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: high
#   subject: web-acl
#   types: [aws.waf-classic-web-acl]
#   reads: [classic_rules]
#   remediation: >-
#     Migrate it. CLI: aws waf create-web-acl-migration-stack, then aws wafv2 associate-web-acl; Terraform:
#     aws_wafv2_web_acl.
#   controls:
#     aws-fsbp: [WAF.1, WAF.2, WAF.3, WAF.4, WAF.6, WAF.7, WAF.8]
#     iso-27001-2022: [A.8.9]
#     nist-800-53-r5: [SA-22, SC-7]
#     pci-dss-4.0.1: ["6.4.2"]
package policies.web.no_classic_acls

import data.lib.text

findings contains finding if {
	finding := {
		"key": "classic",
		"message": sprintf("%s is of WAF Classic, with %s", [
			input.subject.label,
			text.counted(count(input.classic_rules), "rule"),
		]),
		"evidence": [input.subject.id],
	}
}
