# METADATA
# title: An account that must outlive a Region must have networks in several
# description: >-
#   When a Region is lost, whoever has no network elsewhere begins with addresses and routes.
# related_resources:
#   - https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/aws-regions.html
# schemas:
#   - input: schema["account"]
# custom:
#   severity: info
#   subject: account
#   types: [aws.account]
#   reads: [networks]
#   complete: true
#   remediation: >-
#     Make a network in a second allowed Region, or leave the account out by disabling the policy; Terraform:
#     aws_vpc with a second provider.
#   controls:
#     nist-800-53-r5: [CP-6, SC-36]
#   parameters:
#     accounts:
#       description: accounts that must outlive a Region
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
#     min_regions:
#       description: Regions with networks
#       default: 2
#       schema: {type: integer, minimum: 1}
package policies.resilience.networks_stand_in_several_regions

applicable if input.subject.id in {id | some id in data.params.resilience.networks_stand_in_several_regions.accounts}

applicable if input.subject.account in {id | some id in data.params.resilience.networks_stand_in_several_regions.accounts}

findings contains finding if {
	applicable
	regions := {network.region | some network in input.networks}
	count(regions) < data.params.resilience.networks_stand_in_several_regions.min_regions
	finding := {
		"key": "regions",
		"message": sprintf("%s has networks in %d Regions", [input.subject.label, count(regions)]),
		"evidence": [input.subject.id],
	}
}
