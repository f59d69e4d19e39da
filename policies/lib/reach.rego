# What an interface reaches and is reached by in fact: over routes, gateways, groups and ACLs, both ways.
# Reads: reach.
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
	some path in input.reach.egress
	path.breadth == "internet"
	path.protocol == protocol
	path.from <= port
	path.to >= port
]

# One finding for each opening that reaches a service of the list.
opened(list) := [finding |
	some path in input.reach.ingress
	path.breadth == "internet"
	reached := services.open(list, [path])
	count(reached) > 0
	finding := object.union(
		{
			"key": concat("/", ["ingress", path.protocol, concat(",", findings.ranges(reached, path.protocol))]),
			"message": sprintf("the internet opens %s on %s, and is answered", [
				text.few(findings.offered(reached), 6),
				input.subject.label,
			]),
			"evidence": [hop.id | some hop in path.trace],
		},
		cause(path),
	)
]

# The rule nearest to the interface that lets it in.
cause(path) := {"cause": path.rules[0].id} if count(path.rules) > 0

cause(path) := {} if count(path.rules) == 0
