# METADATA
# title: Copies must be shared inside the organization alone, or with accounts that are named
# description: >-
#   Whoever is given a copy can copy it again, to wherever they like, and keep it when the sharing ends.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html
# schemas:
#   - input: schema["data-copy"]
# custom:
#   severity: high
#   subject: data-copy
#   reads: [placement]
#   remediation: >-
#     Take the account out of the permissions of the snapshot or image, or list it in the parameter.
#   controls:
#     nist-800-53-r5: [AC-3, AC-20, AC-4]
#   parameters:
#     trusted:
#       description: accounts and organizations outside that may have copies
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.residency.copies_stay_in_the_organization

findings contains finding if {
	some share in input.placement.shared
	share.copy == input.subject.id
	share.relation in {"outside", "unknown"}
	not share["with"] in {account | some account in data.params.residency.copies_stay_in_the_organization.trusted}
	finding := {
		"key": share["with"],
		"message": sprintf("%s is shared with %s, which is not known to be of the organization", [input.subject.label, share["with"]]),
		"evidence": [input.subject.id],
	}
}
