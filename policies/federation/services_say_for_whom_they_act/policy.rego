# METADATA
# title: A service must say for which of your resources it becomes a role
# description: >-
#   A service that acts for all its customers can be asked by one of them to use the role of another. A condition
#   on the account or resource for which it acts stops that.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: low
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for aws:SourceAccount, aws:SourceArn or aws:SourceOrgID. CLI: aws iam update-assume-role-policy;
#     Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
#   parameters:
#     local:
#       description: services that become roles for what runs in the same account alone, and send no such key
#       default: [ec2.amazonaws.com, ec2.amazonaws.com.cn, lambda.amazonaws.com, edgelambda.amazonaws.com, pods.eks.amazonaws.com, eks.amazonaws.com, ecs.amazonaws.com, autoscaling.amazonaws.com, ssm.amazonaws.com, rds.amazonaws.com, elasticmapreduce.amazonaws.com]
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.federation.services_say_for_whom_they_act

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.party.type == "service"
	not way.party.name in {name | some name in data.params.federation.services_say_for_whom_they_act.local}
	not named(way)
	finding := {
		"key": trust.key(way),
		"message": sprintf("%s may become %s for anybody's resource (%s)", [
			way.party.name,
			input.subject.label,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

named(way) if {
	some name in {"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "sts:externalid"}
	trust.bound(way, name)
}
