# METADATA
# title: Resources must be shared inside the organization alone
# description: >-
#   Whoever is given a subnet, a gateway or a resolver rule takes part in the network. A share that admits
#   principals outside the organization lets anybody be added who may change it.
# related_resources:
#   - https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-create.html
#   - https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShare.html
# schemas:
#   - input: schema["resource-share"]
# custom:
#   severity: medium
#   subject: resource-share
#   types: [aws.resource-share]
#   reads: []
#   remediation: >-
#     Take the principal out of the share and close it to outsiders. CLI: aws ram disassociate-resource-share,
#     aws ram update-resource-share --no-allow-external-principals; Terraform: allow_external_principals of the
#     aws_ram_resource_share.
#   controls:
#     nist-800-53-r5: [AC-3, AC-4, AC-20]
#   parameters:
#     trusted:
#       description: accounts outside that resources may be shared with
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.identity.resource_shares_stay_in_the_organization

params := data.params.identity.resource_shares_stay_in_the_organization

# What others share with an account is theirs to mend.
applicable if {
	input.subject.is.mine != false
	not input.subject.is.state in {"deleted", "deleting", "failed"}
}

findings contains finding if {
	applicable
	some one in input.subject.is.principals
	one.external == true
	not trusted(one.principal)
	finding := {
		"key": one.principal,
		"message": sprintf("%s is shared with %s, which is not of the organization", [
			input.subject.label,
			one.principal,
		]),
		"evidence": [input.subject.id],
	}
}

# Nobody outside has it as yet.
findings contains finding if {
	applicable
	input.subject.is.external == true
	count([one | some one in input.subject.is.principals; one.external == true]) == 0
	finding := {
		"key": "allowed",
		"severity": "low",
		"message": sprintf("%s may be shared with principals outside the organization", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

trusted(principal) if principal in params.trusted

# Roles and users are named by their ARN.
trusted(principal) if split(principal, ":")[4] in params.trusted
