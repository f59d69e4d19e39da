# Builders of trails whose events a filter counts, and an alarm tells of.
package lib.watching

import data.lib.fixtures

# Cases of a filter, from [field, operator, value] each.
tests(cases) := [[{"field": one[0], "operator": one[1], "value": one[2]} | some one in each] | some each in cases]

# One case for each call.
named(names) := [[{"field": "eventName", "operator": "=", "value": name}] | some name in names]

# Cases that do not take all that these do.
fewer(cases) := array.slice(cases, 0, count(cases) - 1) if count(cases) > 1

fewer(cases) := [[cases[0][0], {"field": "eventName", "operator": "=", "value": "Other"}]] if count(cases) == 1

defaults := {
	"threshold": 1,
	"comparison": "greater-than-or-equal-to-threshold",
	"confirmed": 1,
	"enabled": true,
	"multiRegion": true,
	"logging": true,
}

trails(cases, over) := [object.union(trail, {"log_group": group})] if {
	set := object.union(defaults, over)
	topic := object.union(
		fixtures.node("topic", "aws.sns-topic", "arn:aws:sns:eu-west-1:1:t", {"confirmed": set.confirmed}),
		{"subscriptions": []},
	)
	rings := {
		"actionsEnabled": set.enabled,
		"actions": [topic.id],
		"comparison": set.comparison,
		"threshold": set.threshold,
	}
	alarm := object.union(fixtures.node("alarm", "aws.cloudwatch-alarm", "a", rings), {"topics": [topic]})
	metric := object.union(fixtures.node("metric", "aws.metric", "m", {}), {"alarms": [alarm]})
	taking := fixtures.node("metric-filter", "aws.log-metric-filter", "f", {"cases": cases})
	filter := object.union(taking, {"metrics": [metric]})
	group := object.union(fixtures.node("log-group", "aws.log-group", "g", {}), {"metric_filters": [filter]})
	trail := fixtures.node("trail", "aws.cloudtrail-trail", "t", {
		"multiRegion": set.multiRegion,
		"logging": set.logging,
		"management": {"read": "all", "write": "all"},
	})
}
