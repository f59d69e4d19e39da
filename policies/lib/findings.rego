# Findings about causes of the fact `exposure`, and their keys.
package lib.findings

import data.lib.text

# A finding whose cause is the widest of the admitting rules; where a filter admits by its default action,
# the fact names the filter itself there.
about(cause, key, message) := {
	"key": key,
	"message": message,
	"evidence": [rule.id | some rule in cause.rules],
	"cause": cause.rules[0].id,
}

# direction/family/protocol/ports: causes are disjoint, so two of them never share a key.
key(direction, cause, spans) := concat("/", array.concat([direction, cause.family], [part |
	some protocol in sort({span.protocol | some span in spans})
	part := concat("/", [protocol, concat(",", ranges(spans, protocol))])
]))

# The key of a cause with many ports: only the first and last of each protocol, so that it stays the
# same when something between them changes.
outline(direction, cause) := concat("/", [direction, cause.family, only.protocol, text.ports(only)]) if {
	count(cause.openings) == 1
	only := cause.openings[0]
} else := concat("/", array.concat([direction, cause.family], [part |
	openings := telling(cause.openings)
	some protocol in sort({opening.protocol | some opening in openings})
	span := {
		"from": min({opening.from | some opening in openings; opening.protocol == protocol}),
		"to": max({opening.to | some opening in openings; opening.protocol == protocol}),
	}
	part := concat("/", [protocol, text.ports(span)])
]))

# TCP and UDP say enough where there are any.
telling(openings) := ported if {
	ported := [opening | some opening in openings; opening.protocol in {"tcp", "udp"}]
	count(ported) > 0
} else := openings

ranges(spans, protocol) := [text.ports({"from": pair[0], "to": pair[1]}) |
	some pair in sort({[span.from, span.to] | some span in spans; span.protocol == protocol})
]

# "tcp 22, 3389 and udp 3389".
described(spans) := text.listing([part |
	some protocol in sort({span.protocol | some span in spans})
	part := protocol_text(protocol, concat(", ", ranges(spans, protocol)))
])

# Each span by itself, as they come: "tcp 0-24", "tcp 26-65535".
spoken(spans) := [protocol_text(span.protocol, text.ports(span)) | some span in spans]

# The fact writes types of ICMP as ports.
protocol_text(protocol, ports) := concat(" ", [protocol, ports]) if {
	protocol in {"tcp", "udp"}
} else := "every protocol" if {
	protocol == "all"
} else := "all other protocols" if {
	protocol == "other"
} else := sprintf("IP protocol %s", [protocol]) if {
	not protocol in {"icmp", "icmpv6"}
} else := sprintf("every %s type", [protocol]) if {
	ports == "0-65535"
} else := sprintf("%s type %s", [protocol, ports])

# "SSH (tcp 22)": services of one name share the parentheses.
offered(services) := [sprintf("%s (%s)", [name, described(spans)]) |
	some name in text.unique([service.name | some service in services])
	spans := [service | some service in services; service.name == name]
]

# For the end of a message: what else of note the same openings reach.
besides(names) := "" if count(names) == 0

besides(names) := sprintf("; the same opening reaches %s", [text.few(names, 6)]) if count(names) > 0

from_where(cause) := concat("", ["anywhere on the internet (", text.family[cause.family], ")"]) if {
	cause.breadth == "internet"
	entire(cause)
} else := sprintf("large parts of the internet (%s)", [peers(cause)]) if {
	cause.breadth == "internet"
} else := "members of other groups" if {
	cause.breadth == "members"
} else := peers(cause)

entire(cause) if cause.publicPrefix == 0

entire(cause) if {
	some peer in cause.peers
	peer in {"0.0.0.0/0", "::/0"}
}

# The first peers in full; the report shows the rest with the rule.
peers(cause) := text.listing(cause.peers) if {
	cause.morePeers == 0
	count(cause.peers) < 5
} else := sprintf("%s and %d more", [concat(", ", shown), more]) if {
	shown := array.slice(cause.peers, 0, 3)
	more := (count(cause.peers) - count(shown)) + cause.morePeers
}
