# Is anybody told of an event? For documents of accounts that read
# trails.log_group.metric_filters.metrics.alarms.topics.subscriptions: a trail of every Region writes events to a log
# group, a filter there counts those that it takes, and an alarm on that number tells somebody.

# METADATA
# schemas:
#   - input: schema["account"]
package lib.watched

# What calls of a service look like in a trail.
calls(source, names) := {name: event |
	some name in names
	event := object.union(call, {"eventSource": source, "eventName": name})
}

# An event with these members.
event(members) := object.union(call, members)

# Members that every event of a call has. Of an event a filter is asked by the path of a member.
call := {
	"eventVersion": "1.11",
	"eventType": "AwsApiCall",
	"awsRegion": "eu-west-1",
	"sourceIPAddress": "198.51.100.7",
	"userAgent": "aws-cli/2",
	"recipientAccountId": "111122223333",
	"managementEvent": "true",
	"readOnly": "false",
	"userIdentity.type": "AssumedRole",
	"userIdentity.accountId": "111122223333",
}

# Names of the events that nobody would be told of, sorted.
unheard(events) := sort([name | some name, event in events; not told(event)])

told(event) if {
	some filter in filters
	takes(filter.is, event)
	some metric in filter.metrics
	some alarm in metric.alarms
	rings(alarm)
}

filters contains filter if {
	some trail in input.trails
	trail.kind == "trail"
	trail.is.multiRegion == true
	not trail.is.logging == false
	not trail.is.management.write == "none"
	trail.log_group != null
	some filter in trail.log_group.metric_filters
}

# A filter without cases is one that is not understood, which is a gap of its own.
takes(filter, event) if {
	some one in filter.cases
	every test in one {
		holds(test, event)
	}
}

holds(test, event) if {
	test.operator == "="
	like(event[test.field], test.value)
}

# Of a member that an event does not have nothing is said, so it is not counted on.
holds(test, event) if {
	test.operator == "!="
	value := event[test.field]
	not like(value, test.value)
}

holds(test, event) if {
	test.operator == "matches"
	regex.match(test.value, event[test.field])
}

holds(test, event) if {
	test.operator == "not-matches"
	value := event[test.field]
	not regex.match(test.value, value)
}

holds(test, event) if {
	test.operator == "exists"
	event[test.field]
}

holds(test, event) if {
	test.operator == "not-exists"
	not event[test.field]
}

holds(test, event) if {
	test.operator == "is"
	event[test.field] == test.value
}

like(text, pattern) if text == pattern

like(text, pattern) if {
	contains(pattern, "*")
	literal := regex.replace(pattern, `[^A-Za-z0-9*]`, `\$0`)
	regex.match(concat("", ["^", replace(literal, "*", ".*"), "$"]), text)
}

# It goes off at the first event, and somebody hears it.
rings(alarm) if {
	not alarm.is.actionsEnabled == false
	sensitive(alarm.is)
	heard(alarm)
}

# An expression over metrics compares nothing by itself.
sensitive(alarm) if alarm.comparison == null

sensitive(alarm) if {
	alarm.comparison == "greater-than-or-equal-to-threshold"
	is_number(alarm.threshold)
	alarm.threshold <= 1
}

sensitive(alarm) if {
	alarm.comparison == "greater-than-threshold"
	is_number(alarm.threshold)
	alarm.threshold < 1
}

# What is done may be something else than to tell a topic.
heard(alarm) if {
	some action in alarm.is.actions
	not contains(action, ":sns:")
}

# Topics of accounts that were not collected are gaps.
heard(alarm) if {
	some action in alarm.is.actions
	contains(action, ":sns:")
	count([topic | some topic in alarm.topics; topic.id == action]) == 0
}

heard(alarm) if {
	some topic in alarm.topics
	some subscription in topic.subscriptions
	subscription.is.confirmed == true
}

heard(alarm) if {
	some topic in alarm.topics
	topic.is.confirmed > 0
}
