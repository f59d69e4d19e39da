# METADATA
# title: No key may be about to be deleted while it encrypts something
# description: >-
#   What a key encrypted is lost with it, backups included, and nobody can bring it back.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
# schemas:
#   - input: schema["key"]
# custom:
#   severity: high
#   subject: key
#   types: [aws.key]
#   reads: [data_stores, data_copies]
#   remediation: >-
#     Cancel the deletion, and disable the key first to see who needs it: aws kms cancel-key-deletion.
#   controls:
#     nist-800-53-r5: [SC-12, CP-9]
#     aws-fsbp: [KMS.3]
package policies.data.keys_in_use_are_not_deleted

findings contains finding if {
	input.subject.is.state == "pending-deletion"
	finding := {
		"key": "deletion",
		"message": sprintf("%s is about to be deleted, and encrypts %d stores and %d copies", [
			input.subject.label,
			count(input.data_stores),
			count(input.data_copies),
		]),
		"evidence": [input.subject.id],
		"severity": severity,
	}
}

severity := "high" if {
	count(input.data_stores) + count(input.data_copies) > 0
} else := "medium"
