package lib.exposure_test

import data.lib.exposure
import data.lib.fixtures

# Every opening and who answers for it: the union of the policies leaves nothing out.
owners := [
	[[fixtures.every_port("all")], "all_ports"],
	[[fixtures.tcp(1, 65535)], "wide"],
	[[fixtures.tcp(1024, 65535)], "wide"],
	[[fixtures.tcp(0, 24), fixtures.tcp(26, 65535)], "wide"],
	[[fixtures.udp(0, 1023)], "wide"],
	[[fixtures.tcp(79, 443)], "wide"],
	[[fixtures.tcp(22, 22)], "admin"],
	[[fixtures.tcp(20, 25), fixtures.tcp(3389, 3389)], "admin"],
	[[fixtures.tcp(6379, 6443)], "management"],
	[[fixtures.tcp(5432, 5432), fixtures.tcp(443, 443)], "database"],
	[[fixtures.tcp(111, 143)], "file_sharing"],
	[[fixtures.tcp(25, 25)], "plaintext"],
	[[fixtures.tcp(8080, 8080)], "other"],
	[[fixtures.tcp(80, 81)], "other"],
	[[fixtures.udp(53, 53)], "other"],
	[[fixtures.every_port("50")], "other"],
	[[fixtures.tcp(0, 0)], "other"],
	[[fixtures.tcp(65535, 65535)], "other"],
	[[fixtures.every_port("icmp")], "icmp"],
	[[fixtures.tcp(443, 443), fixtures.every_port("icmp")], "icmp"],
	[[{"protocol": "icmp", "from": 8, "to": 8}], "none"],
	[[{"protocol": "icmp", "from": 5, "to": 5}], "icmp"],
	[[fixtures.every_port("other")], "other"],
	[[fixtures.tcp(8443, 8443), fixtures.every_port("icmp")], "other"],
	[[fixtures.tcp(443, 443)], "none"],
	[[fixtures.tcp(80, 80), fixtures.tcp(443, 443)], "none"],
]

test_every_cause_has_the_one_owner_that_the_table_says if {
	every row in owners {
		exposure.claim_of(fixtures.cause(row[0], {})).owner == row[1]
	}
}

test_the_flag_for_all_ports_decides_where_most_ports_are_open if {
	openings := [fixtures.tcp(0, 24), fixtures.tcp(26, 65535)]
	exposure.claim_of(fixtures.cause(openings, {"allPorts": true})).owner == "all_ports"
	exposure.claim_of(fixtures.cause([fixtures.tcp(0, 1000)], {"allPorts": true})).owner == "wide"
	exposure.claim_of(fixtures.cause([fixtures.tcp(22, 22)], {"allPorts": true})).owner == "admin"
}

test_only_the_internet_is_claimed if {
	private := {"breadth": "private", "peers": ["10.0.0.0/8"], "publicPrefix": null}
	claims := exposure.claims with input as fixtures.ingress(fixtures.group({}), [
		fixtures.cause([fixtures.tcp(22, 22)], private),
		fixtures.cause([fixtures.tcp(23, 23)], fixtures.from_address),
		fixtures.cause([fixtures.tcp(24, 24)], {}),
	])
	[claim.owner | some claim in claims] == ["other"]
}

test_what_is_not_authorized_is_cut_out_exactly if {
	exposure.unauthorized([fixtures.tcp(79, 81)]) == [fixtures.tcp(79, 79), fixtures.tcp(81, 81)]
	exposure.unauthorized([fixtures.tcp(80, 80)]) == []
	exposure.unauthorized([fixtures.udp(80, 80)]) == [fixtures.udp(80, 80)]
	exposure.unauthorized([fixtures.tcp(80, 90)]) == [fixtures.tcp(81, 90)]
	exposure.unauthorized([fixtures.tcp(70, 80)]) == [fixtures.tcp(70, 79)]
}
