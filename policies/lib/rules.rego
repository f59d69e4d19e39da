# Which rule of a first-match filter hides which: exact for a single earlier rule.
package lib.rules

# The first of the earlier rules that matches every packet that this one matches.
hidden_by(rule, rules) := first if {
	orders := sort([earlier.is.order |
		some earlier in rules
		earlier.is.direction == rule.is.direction
		earlier.is.order < rule.is.order
		covers(earlier.is, rule.is)
	])
	some first in rules
	first.is.direction == rule.is.direction
	first.is.order == orders[0]
}

covers(wide, narrow) if {
	count(wide.unmodelled) == 0
	within_list(wide.protocols, narrow.protocols)
	within_ports(wide.ports, narrow.ports)
	within_icmp(wide.icmp, narrow.icmp)
	wide.sourcePorts == null
	wide.localPeers == null
	not wide.established
	every peer in narrow.peers {
		admitted(peer, wide.peers)
	}
}

within_list(null, _)

within_list(wide, narrow) if {
	narrow != null
	every item in narrow {
		item in wide
	}
}

within_ports(null, _)

within_ports(wide, narrow) if {
	narrow != null
	every span in narrow {
		some around in wide
		around.from <= span.from
		around.to >= span.to
	}
}

within_ports(wide, null) if every_port(wide)

every_port(spans) if {
	some span in spans
	span.from == 0
	span.to == 65535
}

within_icmp(null, _)

within_icmp(wide, narrow) if {
	narrow != null
	wide.type in {null, narrow.type}
	wide.code in {null, narrow.code}
}

within_icmp(wide, null) if {
	wide.type == null
	wide.code == null
}

admitted(_, peers) if {
	some peer in peers
	peer.any
}

admitted(peer, peers) if {
	some around in peers
	contains(around.cidr, ":") == contains(peer.cidr, ":")
	net.cidr_contains(around.cidr, peer.cidr)
}
