# METADATA
# title: A web ACL must stop injected code and known attacks
# description: >-
#   Injection into queries and pages and requests that exploit known flaws are the bulk of what scanners send. A
#   rule that only counts them, is scoped away from them or comes after one that lets them in stops nothing.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
# schemas:
#   - input: schema["web-acl"]
# custom:
#   severity: medium
#   subject: web-acl
#   types: []
#   reads: [coverage]
#   complete: true
#   remediation: >-
#     Add the managed groups for SQL injection, the core rule set and known bad inputs, let them block, and put
#     them before rules that allow. CLI: aws wafv2 update-web-acl; Terraform: managed_rule_group_statement of the
#     aws_wafv2_web_acl.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.26]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [SC-7, SI-10]
#   parameters:
#     attacks:
#       description: what must be stopped
#       default: [sql-injection, script-injection, known-bad-inputs]
#       schema: {type: array, uniqueItems: true, items: {enum: [sql-injection, script-injection, known-bad-inputs, log4j, path-traversal, file-inclusion, command-injection, code-injection, bots, address-reputation]}}
package policies.web.acls_stop_what_they_know

import data.lib.text

findings contains finding if {
	input.coverage.default == "allow"
	count(input.coverage.protections) > 0
	wanted := {attack | some attack in data.params.web.acls_stop_what_they_know.attacks}
	missing := wanted - stopped
	count(missing) > 0
	finding := {
		"key": "attacks",
		"message": sprintf("%s does not stop %s%s", [input.subject.label, text.listing(sort(missing)), almost(missing)]),
		"evidence": [protection.rule.id | some protection in weak(missing)],
	}
}

stopped := {attack |
	some protection in input.coverage.protections
	effective(protection)
	some attack in protection.detects
}

effective(protection) if {
	protection.reached != "none"
	count(protection.blocking) + count(protection.asking) > 0
}

# Rules that look for it, and do not stop it.
weak(missing) := [protection |
	some protection in input.coverage.protections
	not effective(protection)
	some attack in protection.detects
	attack in missing
]

almost(missing) := "" if count(weak(missing)) == 0

almost(missing) := sprintf(": %s only counts, or is never reached", [weak(missing)[0].rule.label]) if count(weak(missing)) > 0
