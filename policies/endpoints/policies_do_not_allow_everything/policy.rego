# METADATA
# title: An endpoint policy should say who may reach what
# description: >-
#   The policy that AWS gives an endpoint lets anybody in the network do anything to anything of the service, in any
#   account: a stolen key works, and data leaves for a stranger's bucket by the private way.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
# schemas:
#   - input: schema["endpoint"]
# custom:
#   severity: medium
#   subject: endpoint
#   types: [aws.vpc-endpoint]
#   reads: []
#   remediation: >-
#     Restrict it to your organization, e.g. Condition StringEquals aws:ResourceOrgID and aws:PrincipalOrgID, or to
#     the buckets and tables that are used. CLI: aws ec2 modify-vpc-endpoint --policy-document file://policy.json;
#     Terraform: policy of the aws_vpc_endpoint.
#   controls:
#     dora: ["9(4)(b)", "9(4)(c)"]
#     iso-27001-2022: [A.5.15, A.8.20]
#     nis2: ["21(2)(e)", "21(2)(i)"]
#     nist-800-53-r5: [AC-3, AC-4, AC-6]
package policies.endpoints.policies_do_not_allow_everything

findings contains finding if {
	some i, statement in statements
	statement.Effect == "Allow"
	everybody(statement.Principal)
	everything(statement.Action)
	everything(statement.Resource)
	not narrowed(statement)
	finding := {
		"key": "allow-everything",
		"message": sprintf("%s (%s) allows everybody every action on every resource", [
			input.subject.label,
			object.get(input.subject.is, "service", "unknown"),
		]),
		"evidence": [input.subject.id],
	}
}

# "Statement" may be one statement or a list; so may the members of a statement.
statements := input.subject.is.policy.Statement if is_array(input.subject.is.policy.Statement)

statements := [input.subject.is.policy.Statement] if is_object(input.subject.is.policy.Statement)

everybody("*")

everybody(principal) if everything(principal.AWS)

everything(value) if value in {"*", "*:*"}

everything(values) if {
	some value in values
	value in {"*", "*:*"}
}

narrowed(statement) if count(statement.Condition) > 0
