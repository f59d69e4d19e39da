# How much an opening to the internet matters: by the fact `effect` of the filter. What the internet reaches through
# it is as severe as its policy says, what it certainly does not reach is hygiene; else nothing is said.

# METADATA
# schemas:
#   - input: schema["filter"]
package lib.effect

# Severity of an opening through which no way leads.
hygiene := "low"

# The finding with the way as evidence, or with the severity of what nobody reaches.
judged(finding, cause, spans) := object.union(finding, {"evidence": array.concat(finding.evidence, steps)}) if {
	ways := [way | some way in input.effect.paths; reaches(way, cause, spans)]
	count(ways) > 0
	steps := [hop.id | some hop in ways[0].trace]
} else := object.union(finding, {
	"severity": hygiene,
	"message": concat("", [finding.message, "; no way from the internet leads through it"]),
}) if {
	input.effect.certain
	not uncertain(cause, spans)
} else := finding

uncertain(cause, spans) if {
	some way in input.effect.uncertain
	reaches(way, cause, spans)
}

reaches(way, cause, spans) if {
	way.family == cause.family
	some span in spans
	same_protocol(span.protocol, way.protocol)
	span.from <= way.to
	span.to >= way.from
}

same_protocol(protocol, protocol)

same_protocol("all", way) if way != "all"

# Protocols without a name of their own are told as one.
same_protocol("other", way) if not way in named

same_protocol(span, "other") if not span in named

named := {"tcp", "udp", "icmp", "icmpv6", "all", "other"}
