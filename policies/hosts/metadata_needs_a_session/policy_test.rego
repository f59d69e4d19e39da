package policies.hosts.metadata_needs_a_session_test

import data.lib.fixtures
import data.policies.hosts.metadata_needs_a_session as policy

found(over) := result if {
	is := object.union({"tokensRequired": false, "state": "running", "instanceProfile": null}, over)
	result := policy.findings with input as fixtures.document(fixtures.node("host", "aws.instance", "i-1", is), {})
}

test_optional_tokens_are_a_finding if {
	fixtures.keys(found({})) == {"imds"}
	fixtures.messages(found({})) == ["i-1 answers metadata requests without a session token"]
	fixtures.messages(found({"instanceProfile": "arn:aws:iam::111122223333:instance-profile/web"})) == ["i-1 answers metadata requests without a session token, and holds the credentials of an instance profile"]
}

test_required_tokens_are_fine if {
	count(found({"tokensRequired": true})) == 0
}

test_what_is_not_known_is_no_finding if {
	count(found({"tokensRequired": null})) == 0
}

test_a_terminated_instance_is_just_outside if {
	count(found({"state": "terminated"})) == 0
	count(found({"state": "stopped"})) == 1
}
