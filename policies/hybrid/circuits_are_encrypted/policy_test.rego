package policies.hybrid.circuits_are_encrypted_test

import data.lib.fixtures
import data.policies.hybrid.circuits_are_encrypted as policy

base := {
	"macsec": {
		"capable": true,
		"mode": "must_encrypt",
		"portStatus": "encryption up",
		"keys": [{"name": "k", "state": "associated", "since": null}],
	},
	"state": "available",
}

beside := {}

found(over, more) := result if {
	subject := fixtures.node("circuit", "aws.direct-connect-connection", "it", object.union(base, over))
	result := policy.findings with input as fixtures.document(subject, object.union(beside, more))
}

test_a_line_in_the_clear_is_a_finding if {
	over := {
		"macsec": {
			"capable": true,
			"mode": "no_encrypt",
			"portStatus": "encryption up",
			"keys": [{"name": "k", "state": "associated", "since": null}],
		},
	}
	fixtures.keys(found(over, {})) == {"mode"}
}

test_one_that_must_be_encrypted_is_fine if {
	fixtures.keys(found({}, {})) == set()
}

test_one_that_should_be_is_just_outside if {
	over := {
		"macsec": {
			"capable": true,
			"mode": "should_encrypt",
			"portStatus": "encryption up",
			"keys": [{"name": "k", "state": "associated", "since": null}],
		},
	}
	fixtures.keys(found(over, {})) == {"mode"}
}

test_encryption_that_is_down_is_a_finding if {
	over := {
		"macsec": {
			"capable": true,
			"mode": "must_encrypt",
			"portStatus": "encryption down",
			"keys": [{"name": "k", "state": "associated", "since": null}],
		},
	}
	fixtures.keys(found(over, {})) == {"down"}
}

test_one_that_cannot_is_another_question if {
	over := {
		"macsec": {
			"capable": false,
			"mode": null,
			"portStatus": "encryption up",
			"keys": [{"name": "k", "state": "associated", "since": null}],
		},
	}
	fixtures.keys(found(over, {})) == set()
}
