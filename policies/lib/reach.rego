# What an interface reaches and is reached by in fact: over routes, gateways, groups and ACLs, both ways.
# Reads: reach, and to_internet reads egress.

# METADATA
# schemas:
#   - input: schema["interface"]
package lib.reach

import data.lib.findings
import data.lib.services
import data.lib.text

# Ways by which the internet at large opens a port.
from_internet(protocol, port) := [path |
	some path in input.reach.ingress
	path.breadth == "internet"
	path.protocol == protocol
	path.from <= port
	path.to >= port
]

# Ways by which the subject opens a port anywhere on the internet.
to_internet(protocol, port) := [path |
	some path in input.egress.openings
	path.breadth == "internet"
	path.protocol == protocol
	path.from <= port
	path.to >= port
]

# One finding for each opening that reaches a service of the list.
opened(list) := [finding |
	some path in input.reach.ingress
	path.breadth == "internet"
	reached := services.open(list, [{"protocol": path.protocol, "from": path.from, "to": path.to}])
	count(reached) > 0
	finding := {
		"key": concat("/", ["ingress", path.protocol, concat(",", findings.ranges(reached, path.protocol))]),
		"message": sprintf("the internet opens %s on %s, and is answered", [
			text.few(findings.offered(reached), 6),
			input.subject.label,
		]),
		"evidence": [hop.id | some hop in path.trace],
		"cause": path.cause.id,
	}
]
