package lib.effect_test

import data.lib.effect
import data.lib.fixtures

finding := {"key": "k", "message": "m", "evidence": ["r1"], "cause": "r1"}

path(span) := object.union(span, {
	"family": "ipv4",
	"at": fixtures.rule("eni-1"),
	"trace": [fixtures.rule("internet"), fixtures.rule("eni-1")],
})

judged(fact, spans) := result if {
	result := effect.judged(finding, fixtures.cause(spans, {}), spans) with input as {"effect": fact}
}

ssh := [fixtures.tcp(22, 22)]

test_a_way_is_evidence_and_leaves_the_severity if {
	result := judged({"certain": true, "paths": [path(fixtures.tcp(20, 25))], "uncertain": []}, ssh)
	result.evidence == ["r1", "internet", "eni-1"]
	not result.severity
}

test_no_way_is_hygiene if {
	result := judged({"certain": true, "paths": [path(fixtures.tcp(443, 443))], "uncertain": []}, ssh)
	result.severity == "low"
	result.message == "m; no way from the internet leads through it"
	result.evidence == ["r1"]
}

test_what_is_uncertain_stays_as_it_is if {
	span := object.union(fixtures.tcp(22, 22), {"family": "ipv4"})
	judged({"certain": true, "paths": [], "uncertain": [span]}, ssh) == finding
	judged({"certain": false, "paths": [], "uncertain": []}, ssh) == finding
}

test_the_other_family_or_protocol_is_no_way if {
	six := object.union(path(fixtures.tcp(22, 22)), {"family": "ipv6"})
	judged({"certain": true, "paths": [six], "uncertain": []}, ssh).severity == "low"
	judged({"certain": true, "paths": [path(fixtures.udp(22, 22))], "uncertain": []}, ssh).severity == "low"
}

test_every_protocol_is_met_by_any_and_others_by_numbers if {
	fact := {"certain": true, "paths": [path(fixtures.tcp(22, 22))], "uncertain": []}
	not judged(fact, [fixtures.every_port("all")]).severity
	judged(fact, [fixtures.every_port("other")]).severity == "low"
	numbered := {"certain": true, "paths": [path(fixtures.every_port("47"))], "uncertain": []}
	not judged(numbered, [fixtures.every_port("other")]).severity
	not judged({"certain": true, "paths": [path(fixtures.every_port("other"))], "uncertain": []}, [fixtures.every_port("47")]).severity
}

test_a_document_without_the_fact_says_nothing if {
	effect.judged(finding, fixtures.cause(ssh, {}), ssh) == finding with input as {}
}
