# Findings about causes of the fact `exposure`, and their keys.
package lib.findings

import data.lib.text

# A finding whose cause is the widest of the admitting rules. A filter that admits by its default
# action has no such rule: then the filter itself is what to change.
about(cause, key, message) := finding if {
	count(cause.rules) > 0
	finding := {
		"key": key,
		"message": message,
		"evidence": [rule.id | some rule in cause.rules],
		"cause": cause.rules[0].id,
	}
}

about(cause, key, message) := finding if {
	count(cause.rules) == 0
	finding := {
		"key": key,
		"message": message,
		"evidence": [{"text": "no rule refuses it, and the default action admits it", "node": input.subject.id}],
		"cause": input.subject.id,
	}
}

# direction/family/protocol/ports: causes are disjoint, so two of them never share a key.
key(direction, cause, spans) := concat("/", array.concat([direction, cause.family], [part |
	some protocol in sort({span.protocol | some span in spans})
	part := sprintf("%s/%s", [protocol, concat(",", ranges(spans, protocol))])
]))

# The key of a cause with many ports: only the first and last of each protocol, so that it stays the
# same when something between them changes.
outline(direction, cause) := concat("/", array.concat([direction, cause.family], [part |
	some protocol in sort({opening.protocol | some opening in cause.openings})
	span := {
		"from": min({opening.from | some opening in cause.openings; opening.protocol == protocol}),
		"to": max({opening.to | some opening in cause.openings; opening.protocol == protocol}),
	}
	part := sprintf("%s/%s", [protocol, text.ports(span)])
]))

ranges(spans, protocol) := [text.ports({"from": pair[0], "to": pair[1]}) |
	some pair in sort({[span.from, span.to] | some span in spans; span.protocol == protocol})
]

# "tcp 22, 3389 and udp 3389".
described(spans) := text.listing([part |
	some protocol in sort({span.protocol | some span in spans})
	part := protocol_text(protocol, concat(", ", ranges(spans, protocol)))
])

protocol_text(protocol, ports) := sprintf("%s %s", [protocol, ports]) if protocol in {"tcp", "udp"}

protocol_text(protocol, _) := protocol if protocol in {"icmp", "icmpv6"}

protocol_text("all", _) := "every protocol"

protocol_text(protocol, _) := sprintf("IP protocol %s", [protocol]) if regex.match(`^[0-9]+$`, protocol)

# "SSH (tcp 22)": services of one name share the parentheses.
offered(services) := [sprintf("%s (%s)", [name, described(spans)]) |
	some name in text.unique([service.name | some service in services])
	spans := [service | some service in services; service.name == name]
]

from_where(cause) := sprintf("anywhere on the internet (%s)", [text.family[cause.family]]) if {
	cause.breadth == "internet"
	cause.publicPrefix == 0
}

from_where(cause) := sprintf("large parts of the internet (%s)", [peers(cause)]) if {
	cause.breadth == "internet"
	cause.publicPrefix != 0
}

from_where(cause) := peers(cause) if cause.breadth in {"public", "private"}

from_where(cause) := "members of other groups" if cause.breadth == "members"

# The first peers in full; the report shows the rest with the rule.
peers(cause) := text.listing(cause.peers) if {
	cause.morePeers == 0
	count(cause.peers) < 5
}

peers(cause) := sprintf("%s and %d more", [concat(", ", array.slice(cause.peers, 0, 3)), more]) if {
	more := (count(cause.peers) - 3) + cause.morePeers
	more + 3 > 4
	count(cause.peers) > 3
}
