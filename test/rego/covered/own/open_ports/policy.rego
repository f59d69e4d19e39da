# METADATA
# title: Only named ports may be open
# description: What nobody named nobody looks after.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
# custom:
#   severity: medium
#   subject: filter
#   reads: [exposure]
#   remediation: Close the port.
#   parameters:
#     ports: {description: What is looked for, default: [22, 23, 8080]}
package policies.own.open_ports

import data.lib.ports

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	open := [port |
		some port in data.params.own.open_ports.ports
		some opening in cause.openings
		ports.within(port, opening)
	]
	count(open) > 0
	finding := {
		"key": concat(",", sort({ports.name(port) | some port in open})),
		"message": sprintf("%s opens %d ports", [
			input.subject.label,
			count(open),
		]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	some cause in input.exposure.egress
	every opening in cause.openings {
		opening.from == 0
		opening.to == 65535
	}
	finding := {
		"key": "egress",
		"message": sprintf("%s opens everything", [input.subject.label]),
	}
}

severity := "high" if {
	ports.never(22)
} else := "low" if {
	input.subject.label == "quiet"
} else := "medium"
