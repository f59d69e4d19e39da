# Who answers for what a filter admits from the internet. Every cause has at most one owner, so that
# one open rule is one finding, and what is left over always has one: nothing falls between.

# METADATA
# schemas:
#   - input: schema["filter"]
package lib.exposure

import data.lib.services

# Causes with breadth "internet": who owns them, and what services of which list they reach. All policies on
# openings to the internet share this, so that the lists are gone through once for a document.
claims := [claim |
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	claim := claim_of(cause)
]

# In this order. A cause that opens authorized ports only has no owner.
claim_of(cause) := {"cause": cause, "owner": "all_ports", "reached": {}} if {
	everything(cause)
} else := {"cause": cause, "owner": "none", "reached": {}} if {
	only_authorized(cause)
} else := {"cause": cause, "owner": owner(cause, reached), "reached": reached} if {
	reached := services.reached(cause.openings)
}

owner(cause, reached) := "wide" if {
	wide(cause, data.params.exposure.no_wide_port_ranges_from_internet.max_ports)
} else := "admin" if {
	count(reached.admin) > 0
} else := "management" if {
	count(reached.management) > 0
} else := "database" if {
	count(reached.database) > 0
} else := "file_sharing" if {
	count(reached.file_sharing) > 0
} else := "plaintext" if {
	count(reached.plaintext) > 0
} else := "other" if {
	count(unauthorized(cause.openings)) > 0
} else := "icmp" if {
	count(useless(cause.openings)) > 0
} else := "none"

# A policy on a category of services judges a filter unless a cause with such services belongs to
# another policy, which then reports it: that is "not applicable", never a pass.
answers(category) if {
	some claim in claims
	claim.owner == category
}

answers(category) if not handed_over(category)

handed_over(_) if {
	some claim in claims
	claim.owner == "all_ports"
}

handed_over(category) if {
	some claim in claims
	claim.owner != category
	count(claim.reached[category]) > 0
}

# What else of note a cause reaches, for the message of the policy that owns it.
others(claim, category) := [service.name |
	some list in ["admin", "management", "database", "file_sharing", "plaintext"]
	list != category
	some service in claim.reached[list]
]

everything(cause) if {
	some opening in cause.openings
	opening.protocol == "all"
}

# The flag is also set where a rule for every port is cut by refusals before it; what they leave must
# still be most of the ports to be called that.
everything(cause) if {
	cause.allPorts
	wide(cause, 32768)
}

wide(cause, limit) if {
	some protocol in ["tcp", "udp"]
	ports := [size |
		some opening in cause.openings
		opening.protocol == protocol
		size := (opening.to - opening.from) + 1
	]
	sum(ports) > limit
}

only_authorized(cause) if {
	every opening in cause.openings {
		opening.from == opening.to
		opening.from in authorized[opening.protocol]
	}
}

authorized := data.params.exposure.only_authorized_ports_from_internet

# What the openings hold beside authorized ports, as spans; ICMP has a policy of its own.
unauthorized(openings) := [span |
	some opening in openings
	not opening.protocol in {"icmp", "icmpv6"}
	some span in leftover(opening)
]

leftover(opening) := [span |
	allowed := {port | some port in authorized[opening.protocol]; port >= opening.from; port <= opening.to}
	after := {next | some port in allowed; next := port + 1}
	some from in sort({opening.from} | after)
	from <= opening.to
	not from in allowed
	before := {last | some port in allowed; port > from; last := port - 1}
	span := {"protocol": opening.protocol, "from": from, "to": min({opening.to} | before)}
] if {
	opening.protocol in {"tcp", "udp"}
}

leftover(opening) := [opening] if {
	not opening.protocol in {"tcp", "udp"}
	not opening.protocol in authorized.protocols
}

# ICMP types beside the useful ones. The fact writes types as ports, and every type as 0 to 65535.
useless(openings) := [opening |
	some opening in openings
	opening.protocol in {"icmp", "icmpv6"}
	not useful(opening)
]

useful(opening) if {
	opening.to < 256
	every type in numbers.range(opening.from, opening.to) {
		type in data.params.exposure.only_useful_icmp_from_internet[opening.protocol]
	}
}
