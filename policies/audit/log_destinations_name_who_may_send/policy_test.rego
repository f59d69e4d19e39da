package policies.audit.log_destinations_name_who_may_send_test

import data.lib.fixtures
import data.policies.audit.log_destinations_name_who_may_send as policy

base := {
	"policy": {
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
	subject := fixtures.node("log-destination", "aws.log-destination", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_everybody_is_a_finding if {
	over := {
		"policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "logs:*", "Resource": "*"}]},
	}
	fixtures.keys(found(over, {})) == {"everybody"}
}

test_a_service_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_everybody_of_the_organization_is_just_outside if {
	over := {
		"policy": {
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
		"policy": {
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
		"policy": {
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
	fixtures.keys(found({"policy": null}, {})) == set()
}
