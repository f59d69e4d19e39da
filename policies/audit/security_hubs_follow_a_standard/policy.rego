# METADATA
# title: Security Hub should follow at least one standard
# description: >-
#   Without a standard it judges nothing, and is as silent as if all were well.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/enable-standards.html
# schemas:
#   - input: schema["security-hub"]
# custom:
#   severity: low
#   subject: security-hub
#   types: [aws.security-hub]
#   reads: [standards]
#   complete: true
#   remediation: >-
#     CLI: aws securityhub batch-enable-standards; Terraform: aws_securityhub_standards_subscription.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [SI-4, RA-5]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.security_hubs_follow_a_standard

findings contains finding if {
	count([standard | some standard in input.standards; standard.is.state in {"ready", "incomplete", "pending"}]) == 0
	finding := {
		"key": "standards",
		"message": sprintf("%s follows no standard", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
