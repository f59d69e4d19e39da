# Who answers for what a filter admits from the internet. Every cause has at most one owner, so that
# one open rule is one finding, and what is left over always has one: nothing falls between.
package lib.exposure

import data.lib.services

# Causes with breadth "internet" that have an owner.
claims := [claim |
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	claim := {"cause": cause, "owner": owner(cause)}
]

# In this order. A cause that only opens authorized ports has no owner.
owner(cause) := "all_ports" if {
	everything(cause)
} else := "none" if {
	only_authorized(cause)
} else := "wide" if {
	wide(cause, data.params.exposure.no_wide_port_ranges_from_internet.max_ports)
} else := category if {
	category := service_owner(cause)
} else := "other" if {
	count(unauthorized(cause.openings)) > 0
} else := "icmp" if {
	count(useless(cause.openings)) > 0
} else := "none"

service_owner(cause) := "admin" if {
	offers("admin", cause)
} else := "management" if {
	offers("management", cause)
} else := "database" if {
	offers("database", cause)
} else := "file_sharing" if {
	offers("file_sharing", cause)
} else := "plaintext" if {
	offers("plaintext", cause)
}

offers(category, cause) if count(services.open(services.lists[category], cause.openings)) > 0

# A policy on a category of services judges a filter unless a cause with such services belongs to
# another policy, which then reports it: that is "not applicable", never a pass.
answers(category) if {
	some claim in claims
	claim.owner == category
}

answers(category) if not handed_over(category)

handed_over(category) if {
	some claim in claims
	not claim.owner in {category, "none", "other", "icmp"}
	offers(category, claim.cause)
}

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
