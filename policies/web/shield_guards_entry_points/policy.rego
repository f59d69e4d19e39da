# METADATA
# title: Entry points that must withstand floods should be guarded by Shield
# description: >-
#   A subscription protects what it was told to protect, one by one; the rest has what everybody has.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html
# schemas:
#   - input: schema["entry-point"]
# custom:
#   severity: info
#   subject: entry-point
#   reads: [shield_protections]
#   complete: true
#   remediation: >-
#     CLI: aws shield create-protection; Terraform: aws_shield_protection.
#   controls:
#     dora: ["9(2)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [SC-5]
#   parameters:
#     kinds:
#       description: "kinds of entry points that must be guarded: Shield Advanced is paid for"
#       default: []
#       schema: {type: array, uniqueItems: true, items: {enum: [cdn, accelerator]}}
package policies.web.shield_guards_entry_points

applicable if input.subject.is.entryType in data.params.web.shield_guards_entry_points.kinds

findings contains finding if {
	applicable
	input.subject.is.public == true
	count(input.shield_protections) == 0
	finding := {
		"key": "shield",
		"message": sprintf("%s is not protected by Shield Advanced", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
