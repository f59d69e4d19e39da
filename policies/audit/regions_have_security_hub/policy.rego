# METADATA
# title: Security Hub should be on in every Region
# description: >-
#   It brings together what detectors, inspectors and rules find; where it is off each must be looked at by
#   itself.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html
# schemas:
#   - input: schema["region"]
# custom:
#   severity: low
#   subject: region
#   types: [aws.region]
#   reads: [security_hubs]
#   complete: true
#   remediation: >-
#     CLI: aws securityhub enable-security-hub; Terraform: aws_securityhub_account.
#   controls:
#     cis-aws-3.0: ["4.16"]
#     cis-aws-5.0: ["4.16"]
#     cis-aws-7.0: ["5.16"]
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [CA-7, SI-4]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.regions_have_security_hub

findings contains finding if {
	input.subject.is.enabled != false
	count(input.security_hubs) == 0
	finding := {
		"key": "hub",
		"message": sprintf("Security Hub is off in %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
