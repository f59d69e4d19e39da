# METADATA
# title: Every store must be of a class
# description: >-
#   Rules about places hold for classes of data. What nobody classified may lie anywhere, and nobody is told.
# related_resources:
#   - https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
# schemas:
#   - input: schema["data-store"]
# custom:
#   severity: low
#   subject: data-store
#   reads: [classes]
#   remediation: >-
#     Tag the store as data.classes in causeway.yaml says, or name it or its account there.
#   controls:
#     nist-800-53-r5: [CM-8, RA-2]
#   parameters:
#     exempt:
#       description: types of stores that hold no data of their own
#       default: ["access-point", "proxy", "vault"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.residency.every_store_has_a_class

# Where no classes are written down nobody asked.
applicable if {
	input.classes.declared
	not input.subject.is.storeType in {kind | some kind in data.params.residency.every_store_has_a_class.exempt}
}

findings contains finding if {
	input.classes.declared
	count(input.classes.classes) == 0
	finding := {
		"key": "class",
		"message": sprintf("%s is of no class of data", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
