package lib.text_test

import data.lib.findings
import data.lib.fixtures
import data.lib.text

test_lists_read_like_sentences if {
	text.listing([]) == ""
	text.listing(["a"]) == "a"
	text.listing(["a", "b"]) == "a and b"
	text.listing(["a", "b", "c"]) == "a, b and c"
}

test_long_lists_are_cut_and_say_so if {
	text.few(["a", "b", "a", "c"], 2) == "a, b and 1 more"
	text.few(["a", "b", "a"], 2) == "a and b"
}

test_the_first_of_many_are_quoted_as_they_come if {
	text.first(["b", "a", "b"], 3) == "b, a and b"
	text.first(["b", "a", "b"], 2) == "b, a and 1 more"
}

test_plurals_follow_the_number if {
	text.counted(1, "rule") == "1 rule"
	text.counted(2, "rule") == "2 rules"
}

test_many_peers_are_cut_and_say_so if {
	four := {"breadth": "public", "peers": ["1.1.1.1/32", "2.2.2.2/32", "3.3.3.3/32", "4.4.4.4/32"]}
	findings.peers(fixtures.cause([], four)) == "1.1.1.1/32, 2.2.2.2/32, 3.3.3.3/32 and 4.4.4.4/32"
	five := {"breadth": "public", "peers": array.concat(four.peers, ["5.5.5.5/32"]), "morePeers": 7}
	findings.peers(fixtures.cause([], five)) == "1.1.1.1/32, 2.2.2.2/32, 3.3.3.3/32 and 9 more"
}

test_many_peers_few_listed_are_still_counted if {
	two := {"breadth": "public", "peers": ["1.1.1.1/32", "2.2.2.2/32"], "morePeers": 7}
	findings.peers(fixtures.cause([], two)) == "1.1.1.1/32, 2.2.2.2/32 and 7 more"
}
