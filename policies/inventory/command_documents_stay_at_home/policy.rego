# METADATA
# title: Command documents must not be shared with everybody
# description: >-
#   They show how machines are set up, and often hold a password that somebody wrote there.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
# schemas:
#   - input: schema["command-document"]
# custom:
#   severity: high
#   subject: command-document
#   types: [aws.ssm-document]
#   reads: []
#   remediation: >-
#     CLI: aws ssm modify-document-permission --account-ids-to-remove all; Terraform: permissions of the
#     aws_ssm_document.
#   controls:
#     aws-fsbp: [SSM.4]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.5.15]
#     nist-800-53-r5: [AC-3, AC-6]
package policies.inventory.command_documents_stay_at_home

findings contains finding if {
	"all" in input.subject.is.sharedWith
	finding := {
		"key": "public",
		"message": sprintf("Everybody may read %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
