# Findings about places of the fact `placement`.
package lib.placement

# A place that a class does not allow, or that something is not to be in.
finding(place) := {
	"key": concat("/", [place.how, place.placeType, place.name, owner(place)]),
	"message": sprintf("%s %s %s%s%s", [input.subject.label, verb[place.how], where(place), by(place), refused(place)]),
	"evidence": [step.node | some step in place.trace],
	"cause": place.trace[count(place.trace) - 1].node,
}

verb := {
	"lies": "lies in",
	"goes": "is taken to",
	"cached": "is cached in",
	"metadata": "is steered from",
}

where(place) := place.name if place.country in {null, place.name}

where(place) := sprintf("%s (%s)", [place.name, place.country]) if not place.country in {null, place.name}

owner(place) := "" if place.account == null

owner(place) := place.account if place.account != null

# The copy, rule or transfer that brings it there; the store itself brings nothing.
by(place) := "" if count(place.trace) < 2

by(place) := sprintf(" by %s (%s)", [place.trace[1].label, place.trace[1].why]) if count(place.trace) > 1

refused(place) := "" if count(place.refusedBy) == 0

refused(place) := sprintf(", which the class %s does not allow", [concat(", ", place.refusedBy)]) if {
	count(place.refusedBy) > 0
}
