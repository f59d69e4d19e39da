# METADATA
# title: Command documents should not be sharable with everybody
# description: >-
#   One setting makes the mistake impossible, in every Region by itself.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
# schemas:
#   - input: schema["document-sharing"]
# custom:
#   severity: low
#   subject: document-sharing
#   types: [aws.ssm-document-sharing]
#   reads: []
#   remediation: >-
#     CLI: aws ssm update-service-setting --setting-id /ssm/documents/console/public-sharing-permission
#     --setting-value Disable; Terraform: aws_ssm_service_setting.
#   controls:
#     aws-fsbp: [SSM.7]
#     iso-27001-2022: [A.5.15]
#     nist-800-53-r5: [AC-3]
package policies.inventory.document_sharing_is_blocked

findings contains finding if {
	input.subject.is.public == true
	finding := {
		"key": "open",
		"message": sprintf("Documents may be shared with everybody (%s)", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
