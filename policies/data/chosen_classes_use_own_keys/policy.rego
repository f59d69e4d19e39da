# METADATA
# title: Data of chosen classes must be encrypted with a key of the customer
# description: >-
#   A key of your own says who may read, tells who did, and can be taken away. One of the service does none of it.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: medium
#   subject: data-store
#   reads: [classes, key]
#   remediation: >-
#     Encrypt with a key of your own: KMS, customer managed keys; Terraform: kms_key_id of the store.
#   controls:
#     nist-800-53-r5: [SC-12, SC-28]
#   parameters:
#     classes:
#       description: classes of data that need it, or none for every class
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.data.chosen_classes_use_own_keys

applicable if chosen

chosen if {
	some class in input.classes.classes
	class in {one | some one in data.params.data.chosen_classes_use_own_keys.classes}
}

chosen if {
	count(data.params.data.chosen_classes_use_own_keys.classes) == 0
	count(input.classes.classes) > 0
}

findings contains finding if {
	chosen
	input.subject.is.key == null
	finding := told("the service's own key, or none")
}

findings contains finding if {
	chosen
	input.key.is.manager == "provider"
	finding := told("a key that the provider manages")
}

told(what) := {
	"key": "key",
	"message": sprintf("%s is encrypted with %s", [input.subject.label, what]),
	"evidence": [input.subject.id],
}
