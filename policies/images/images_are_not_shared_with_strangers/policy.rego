# METADATA
# title: Images should be shared with known accounts only
# description: >-
#   An image holds all that was on the disk it was made of: keys, histories, configuration.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html
# schemas:
#   - input: schema["data-copy"]
# custom:
#   severity: medium
#   subject: data-copy
#   types: [aws.image]
#   reads: []
#   remediation: >-
#     Name the account in the parameter accounts, or take it off. CLI: aws ec2 modify-image-attribute
#     --launch-permission Remove; Terraform: aws_ami_launch_permission.
#   controls:
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.5.14]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [AC-3, AC-6]
#     pci-dss-4.0.1: ["7.2.1"]
#   parameters:
#     accounts:
#       description: ids of accounts with which images may be shared
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.images.images_are_not_shared_with_strangers

findings contains finding if {
	some account in input.subject.is.sharedWith
	not account in data.params.images.images_are_not_shared_with_strangers.accounts
	finding := {
		"key": account,
		"message": sprintf("%s is shared with %s", [input.subject.label, who(account)]),
		"evidence": [input.subject.id],
		"severity": severity(account),
	}
}

who("all") := "everybody"

who(account) := sprintf("account %s", [account]) if account != "all"

severity("all") := "critical"

severity(account) := "medium" if account != "all"
