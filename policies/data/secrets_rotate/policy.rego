# METADATA
# title: Secrets must rotate
# description: >-
#   A secret that never changes is known by everybody who ever saw it.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   types: [aws.secret]
#   reads: []
#   remediation: >-
#     Give it a rotation; Terraform: aws_secretsmanager_secret_rotation.
#   controls:
#     nist-800-53-r5: [SC-12]
#     aws-fsbp: [SecretsManager.1]
package policies.data.secrets_rotate

findings contains finding if {
	input.subject.is.rotates == false
	finding := {
		"key": "rotation",
		"message": sprintf("%s does not rotate", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
