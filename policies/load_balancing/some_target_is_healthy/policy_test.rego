package policies.load_balancing.some_target_is_healthy_test

import data.lib.fixtures
import data.policies.load_balancing.some_target_is_healthy as policy

document(balancers, states) := fixtures.document(
	fixtures.node("target-group", "aws.target-group", "tg-1", {}),
	{
		"load_balancers": balancers,
		"targets": [target |
			some i, state in states
			target := fixtures.node("target", "aws.target", sprintf("t-%d", [i]), {"health": state, "reason": reasons[state]})
		],
	},
)

reasons := {
	"unhealthy": "Target.Timeout",
	"healthy": null,
	"initial": null,
	"draining": null,
	"unknown": null,
	"unused": null,
}

found(states) := result if {
	result := policy.findings with input as document([fixtures.balancer({})], states)
}

test_no_healthy_target_is_a_finding if {
	fixtures.keys(found(["unhealthy", "unhealthy"])) == {"health"}
	fixtures.messages(found(["unhealthy", "draining"])) == ["none of the targets of tg-1 is healthy: t-0 (Target.Timeout)"]
}

test_one_that_is_or_may_become_healthy_is_just_outside if {
	count(found(["unhealthy", "healthy"])) == 0
	count(found(["unhealthy", "initial"])) == 0
	count(found(["unhealthy", "unknown"])) == 0
}

test_a_group_without_targets_or_balancer_is_not_judged if {
	count(found([])) == 0
	not policy.applicable with input as document([fixtures.balancer({})], [])
	not policy.applicable with input as document([], ["unhealthy"])
	policy.applicable with input as document([fixtures.balancer({})], ["unhealthy"])
	result := policy.findings with input as document([], ["unhealthy"])
	count(result) == 0
}

test_a_group_whose_targets_are_not_in_use_is_fine if {
	count(found(["unused", "draining"])) == 0
}
