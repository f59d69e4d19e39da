# METADATA
# title: Policies of Firewall Manager should mend what breaks them
# description: >-
#   A policy that only reports leaves what it finds as it was, and looks like a guard.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/fms-compliance.html
# schemas:
#   - input: schema["security-policy"]
# custom:
#   severity: low
#   subject: security-policy
#   types: [aws.firewall-manager-policy]
#   reads: []
#   remediation: >-
#     CLI: aws fms put-policy with RemediationEnabled; Terraform: remediation_enabled of the aws_fms_policy.
#   controls:
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(f)"]
#     nist-800-53-r5: [CM-6, SC-7]
package policies.web.firewall_manager_policies_mend

findings contains finding if {
	input.subject.is.remediation == false
	finding := {
		"key": "remediation",
		"message": sprintf("%s does not mend what breaks it", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
