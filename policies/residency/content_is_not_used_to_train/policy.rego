# METADATA
# title: The organization must opt out of the use of its content by AI services
# description: >-
#   Some AI services may store what they process in other Regions to better themselves, unless the organization
#   opts out.
# related_resources:
#   - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html
# schemas:
#   - input: schema["organization"]
# custom:
#   severity: medium
#   subject: organization
#   reads: [policies.targets]
#   complete: true
#   remediation: >-
#     Attach an AI services opt-out policy to the root with optOut for services default; Terraform:
#     aws_organizations_policy of type AISERVICES_OPT_OUT_POLICY.
#   controls:
#     nist-800-53-r5: [AC-4, AC-20]
package policies.residency.content_is_not_used_to_train

findings contains finding if {
	not opted_out
	finding := {
		"key": "ai-services",
		"message": sprintf("%s does not keep AI services from using its content", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

opted_out if {
	some policy in input.policies
	policy.is.policyType == "aiservices-opt-out"

	# Attached below the root it holds for some accounts alone.
	some target in policy.targets
	target.is.root == true
	walk(policy.is.document, [path, "optOut"])
	"default" in path
}
