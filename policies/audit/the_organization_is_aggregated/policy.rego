# METADATA
# title: One aggregator must see the whole organization
# description: >-
#   Accounts that nobody brings together are looked at one by one, and the forgotten one not at all.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
# schemas:
#   - input: schema["organization"]
# custom:
#   severity: low
#   subject: organization
#   types: [aws.organization]
#   reads: [accounts.aggregators]
#   complete: true
#   remediation: >-
#     Delegate Config to an account and make an aggregator of the organization there. CLI: aws configservice
#     put-configuration-aggregator --organization-aggregation-source; Terraform:
#     organization_aggregation_source.
#   controls:
#     dora: ["8(1)"]
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8, CM-3]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.audit.the_organization_is_aggregated

findings contains finding if {
	count([aggregator |
		some account in input.accounts
		some aggregator in account.aggregators
		aggregator.is.organization == true
	]) == 0
	finding := {
		"key": "aggregator",
		"message": sprintf("No aggregator sees all accounts of %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
