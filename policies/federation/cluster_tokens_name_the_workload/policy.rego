# METADATA
# title: A role for a cluster must name the workloads that may have it
# description: >-
#   Every pod of a cluster gets a token of its issuer. A role that does not say which service account of which
#   namespace it is for is the role of every pod.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
# schemas:
#   - input: schema["role"]
# custom:
#   severity: high
#   subject: role
#   types: [aws.iam-role]
#   reads: [trust]
#   remediation: >-
#     Ask for the subject: Condition StringEquals ISSUER:sub system:serviceaccount:NAMESPACE:NAME. CLI: aws iam
#     update-assume-role-policy; Terraform: assume_role_policy of the aws_iam_role.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.federation.cluster_tokens_name_the_workload

import data.lib.trust

findings contains finding if {
	some way in input.trust.ways
	way.issuer.kind == "eks"
	not named(way)
	finding := {
		"key": trust.key(way),
		"message": sprintf("Every workload of the cluster %s may become %s (%s)", [
			way.issuer.name,
			input.subject.label,
			trust.statement(way),
		]),
		"evidence": [trust.evidence(way, input.subject)],
	}
}

# The namespace is written out: system:serviceaccount:NAMESPACE:
named(way) if {
	subject := way.keys[lower(sprintf("%s:sub", [way.issuer.name]))]
	subject.required
	regex.match(`^system:serviceaccount:[^:]+:`, subject.prefix)
}

named(way) if {
	subject := way.keys[lower(sprintf("%s:sub", [way.issuer.name]))]
	subject.required
	count(subject.values) > 0
	every value in subject.values {
		regex.match(`^system:serviceaccount:[^:]+:`, value)
	}
}
