package policies.federation.cluster_tokens_name_the_workload_test

import data.lib.fixtures
import data.policies.federation.cluster_tokens_name_the_workload as policy

found(over) := result if {
	role := fixtures.node("role", "aws.iam-role", "role/ci", {"name": "ci", "maxSessionSeconds": 3600})
	result := policy.findings with input as fixtures.document(role, {"trust": {"ways": [fixtures.way(over)]}})
}

issuer := "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE"

pod(subject) := found({
	"call": "AssumeRoleWithWebIdentity",
	"issuer": {"name": issuer, "kind": "eks", "shared": false, "tenants": null, "audiences": ["sts.amazonaws.com"]},
	"keys": {lower(sprintf("%s:sub", [issuer])): object.union({"required": true, "any": false, "values": null, "prefix": "", "example": null, "exact": true}, subject)},
})

test_any_workload_is_a_finding if {
	fixtures.messages(pod({"any": true})) == ["Every workload of the cluster oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE may become role/ci (statement 1 (Ci))"]
}

test_a_named_service_account_is_fine if {
	count(pod({"values": ["system:serviceaccount:shop:web"], "prefix": "system:serviceaccount:shop:web"})) == 0
}

test_two_namespaces_are_fine if {
	count(pod({"values": ["system:serviceaccount:a:web", "system:serviceaccount:b:web"], "prefix": "system:serviceaccount:"})) == 0
}

test_all_of_a_namespace_is_fine if {
	count(pod({"prefix": "system:serviceaccount:shop:"})) == 0
}

test_any_namespace_is_just_outside if {
	count(pod({"prefix": "system:serviceaccount:"})) == 1
	count(pod({"prefix": "system:serviceaccount:shop:", "required": false})) == 1
}
