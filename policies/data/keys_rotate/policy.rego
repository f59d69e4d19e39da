# METADATA
# title: Keys must rotate
# description: >-
#   The longer one key encrypts, the more is open with it on the day that it is lost.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
# schemas:
#   - input: schema["key"]
# custom:
#   severity: medium
#   subject: key
#   types: [aws.key]
#   reads: []
#   remediation: >-
#     Switch on rotation: aws kms enable-key-rotation; Terraform: enable_key_rotation of the aws_kms_key.
#   controls:
#     nist-800-53-r5: [SC-12]
#     aws-fsbp: [KMS.4]
#     cis-aws-5.0: ["3.6"]
#     cis-aws-3.0: ["3.6"]
#   parameters:
#     max_days:
#       description: days between two rotations
#       default: 365
#       schema: {type: integer, minimum: 90}
package policies.data.keys_rotate

# Only keys whose material KMS makes, for symmetric encryption, can rotate by themselves.
applicable if {
	input.subject.is.manager == "customer"
	input.subject.is.spec == "SYMMETRIC_DEFAULT"
	input.subject.is.origin == "aws-kms"
	input.subject.is.enabled
}

findings contains finding if {
	applicable
	input.subject.is.rotates == false
	finding := {
		"key": "rotation",
		"message": sprintf("%s does not rotate", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	applicable
	input.subject.is.rotationDays > data.params.data.keys_rotate.max_days
	finding := {
		"key": "days",
		"message": sprintf("%s rotates every %d days", [input.subject.label, input.subject.is.rotationDays]),
		"evidence": [input.subject.id],
	}
}
