package policies.audit.log_policies_name_whom_they_let_in_test

import data.lib.fixtures
import data.policies.audit.log_policies_name_whom_they_let_in as policy

base := {
	"document": {
		"Statement": [
			{
				"Effect": "Allow",
				"Principal": {"Service": "es.amazonaws.com"},
				"Action": "logs:*",
				"Resource": "*",
			},
		],
	},
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("log-policy", "aws.log-resource-policy", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	over := {
		"document": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "logs:*", "Resource": "*"}]},
	}
	fixtures.keys(found(over, {})) == {"everybody"}
}

test_a_service_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_everybody_of_the_organization_is_just_outside if {
	over := {
		"document": {
			"Statement": [
				{
					"Effect": "Allow",
					"Principal": {"AWS": "*"},
					"Action": "logs:*",
					"Resource": "*",
					"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}},
				},
			],
		},
	}
	fixtures.keys(found(over, {})) == set()
}

test_an_account_is_fine if {
	over := {
		"document": {
			"Statement": [
				{
					"Effect": "Allow",
					"Principal": {"AWS": ["111122223333"]},
					"Action": "logs:*",
					"Resource": "*",
				},
			],
		},
	}
	fixtures.keys(found(over, {})) == set()
}

test_a_condition_that_need_not_hold_does_not_help if {
	over := {
		"document": {
			"Statement": [
				{
					"Effect": "Allow",
					"Principal": "*",
					"Action": "logs:*",
					"Resource": "*",
					"Condition": {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1"}},
				},
			],
		},
	}
	fixtures.keys(found(over, {})) == {"everybody"}
}

test_no_policy_is_fine if {
	fixtures.keys(found({"document": null}, {})) == set()
}
