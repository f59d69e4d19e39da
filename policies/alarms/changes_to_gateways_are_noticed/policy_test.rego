package policies.alarms.changes_to_gateways_are_noticed_test

import data.lib.fixtures
import data.policies.alarms.changes_to_gateways_are_noticed as policy

base := {}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("account", "aws.account", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_no_trail_is_a_finding if {
	fixtures.keys(found({}, {"trails": []})) == {"unheard"}
}

test_a_filter_that_takes_them_with_an_alarm_is_fine if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "logging": true, "management": {"read": "all", "write": "all"}}, "log_group": {"id": "g", "kind": "log-group", "type": "t", "label": "g", "is": {}, "metric_filters": [{"id": "f", "kind": "metric-filter", "type": "t", "label": "f", "is": {"cases": [[{"field": "eventName", "operator": "=", "value": "CreateCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "AttachInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "CreateInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DetachInternetGateway"}]]}, "metrics": [{"id": "m", "kind": "metric", "type": "t", "label": "m", "is": {}, "alarms": [{"id": "a", "kind": "alarm", "type": "t", "label": "a", "is": {"actionsEnabled": true, "actions": ["arn:aws:sns:eu-west-1:1:t"], "comparison": "greater-than-or-equal-to-threshold", "threshold": 1}, "topics": [{"id": "arn:aws:sns:eu-west-1:1:t", "kind": "topic", "type": "t", "label": "arn:aws:sns:eu-west-1:1:t", "is": {"confirmed": 1}, "subscriptions": []}]}]}]}]}}]})) == set()
}

test_a_filter_that_does_not_take_all_is_just_outside if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "logging": true, "management": {"read": "all", "write": "all"}}, "log_group": {"id": "g", "kind": "log-group", "type": "t", "label": "g", "is": {}, "metric_filters": [{"id": "f", "kind": "metric-filter", "type": "t", "label": "f", "is": {"cases": [[{"field": "eventName", "operator": "=", "value": "CreateCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "AttachInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "CreateInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteInternetGateway"}]]}, "metrics": [{"id": "m", "kind": "metric", "type": "t", "label": "m", "is": {}, "alarms": [{"id": "a", "kind": "alarm", "type": "t", "label": "a", "is": {"actionsEnabled": true, "actions": ["arn:aws:sns:eu-west-1:1:t"], "comparison": "greater-than-or-equal-to-threshold", "threshold": 1}, "topics": [{"id": "arn:aws:sns:eu-west-1:1:t", "kind": "topic", "type": "t", "label": "arn:aws:sns:eu-west-1:1:t", "is": {"confirmed": 1}, "subscriptions": []}]}]}]}]}}]})) == {"unheard"}
}

test_an_alarm_that_waits_for_more_does_not_count if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "logging": true, "management": {"read": "all", "write": "all"}}, "log_group": {"id": "g", "kind": "log-group", "type": "t", "label": "g", "is": {}, "metric_filters": [{"id": "f", "kind": "metric-filter", "type": "t", "label": "f", "is": {"cases": [[{"field": "eventName", "operator": "=", "value": "CreateCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "AttachInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "CreateInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DetachInternetGateway"}]]}, "metrics": [{"id": "m", "kind": "metric", "type": "t", "label": "m", "is": {}, "alarms": [{"id": "a", "kind": "alarm", "type": "t", "label": "a", "is": {"actionsEnabled": true, "actions": ["arn:aws:sns:eu-west-1:1:t"], "comparison": "greater-than-or-equal-to-threshold", "threshold": 100}, "topics": [{"id": "arn:aws:sns:eu-west-1:1:t", "kind": "topic", "type": "t", "label": "arn:aws:sns:eu-west-1:1:t", "is": {"confirmed": 1}, "subscriptions": []}]}]}]}]}}]})) == {"unheard"}
}

test_an_alarm_that_nobody_hears_does_not_count if {
	fixtures.keys(found({}, {"trails": [{"id": "t", "kind": "trail", "type": "t", "label": "t", "is": {"multiRegion": true, "logging": true, "management": {"read": "all", "write": "all"}}, "log_group": {"id": "g", "kind": "log-group", "type": "t", "label": "g", "is": {}, "metric_filters": [{"id": "f", "kind": "metric-filter", "type": "t", "label": "f", "is": {"cases": [[{"field": "eventName", "operator": "=", "value": "CreateCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteCustomerGateway"}], [{"field": "eventName", "operator": "=", "value": "AttachInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "CreateInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DeleteInternetGateway"}], [{"field": "eventName", "operator": "=", "value": "DetachInternetGateway"}]]}, "metrics": [{"id": "m", "kind": "metric", "type": "t", "label": "m", "is": {}, "alarms": [{"id": "a", "kind": "alarm", "type": "t", "label": "a", "is": {"actionsEnabled": true, "actions": ["arn:aws:sns:eu-west-1:1:t"], "comparison": "greater-than-or-equal-to-threshold", "threshold": 1}, "topics": [{"id": "arn:aws:sns:eu-west-1:1:t", "kind": "topic", "type": "t", "label": "arn:aws:sns:eu-west-1:1:t", "is": {"confirmed": 0}, "subscriptions": []}]}]}]}]}}]})) == {"unheard"}
}
