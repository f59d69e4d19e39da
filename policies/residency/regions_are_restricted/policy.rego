# METADATA
# title: Accounts must be kept out of Regions that nobody uses
# description: >-
#   What cannot be started in a Region cannot keep data there. A service control policy that denies everything
#   outside chosen Regions holds for every account below what it is attached to, whoever is its administrator.
# related_resources:
#   - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
#   - https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: medium
#   subject: account
#   types: [aws.account]
#   reads: [open_regions]
#   complete: true
#   remediation: >-
#     Attach to the root, or to the units of these accounts, a service control policy that denies all but global services where aws:RequestedRegion is not among
#     your Regions; Terraform: aws_organizations_policy.
#   controls:
#     nist-800-53-r5: [AC-3, AC-4]
#   parameters:
#     regions:
#       description: Regions that may be open; none written down asks for any Region to be refused
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.residency.regions_are_restricted

import data.lib.text

allowed := {region | some region in data.params.residency.regions_are_restricted.regions}

# No service control policy holds for the management account, nor for accounts outside of organizations.
applicable if input.open_regions.guarded

findings contains finding if {
	input.open_regions.guarded
	count(allowed) == 0
	count(input.open_regions.refused) == 0
	finding := {
		"key": "regions",
		"message": sprintf("No service control policy keeps %s out of any Region", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	count(allowed) > 0
	beyond := [region | some region in input.open_regions.open; not region in allowed]
	count(beyond) > 0
	finding := {
		"key": "regions",
		"message": sprintf("Service control policies leave %s open to %s", [
			text.few(sort(beyond), 3),
			input.subject.label,
		]),
		"evidence": array.concat([input.subject.id], input.open_regions.policies),
	}
}
