package policies.web.viewers_use_encryption_test

import data.lib.fixtures
import data.policies.web.viewers_use_encryption as policy

found(behaviors) := result if {
	entry := fixtures.node("entry-point", "aws.distribution", "shop", {"entryType": "cdn", "cdn": {"behaviors": behaviors}})
	result := policy.findings with input as fixtures.document(entry, {})
}

behavior(path, protocol) := {"path": path, "viewerProtocol": protocol}

test_plain_requests_are_a_finding if {
	fixtures.messages(found([behavior("/img/*", "allow-all"), behavior(null, "allow-all")])) == ["shop answers without encryption on /img/* and every other path"]
}

test_redirects_are_fine if {
	count(found([behavior(null, "redirect-to-https")])) == 0
}

test_https_only_is_just_outside if {
	count(found([behavior(null, "https-only"), behavior("/x", "unknown")])) == 0
}
