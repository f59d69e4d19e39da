package policies.federation.new_certificates_are_brought_in_test

import data.lib.fixtures
import data.policies.federation.new_certificates_are_brought_in as policy

found(is, related) := result if {
	subject := fixtures.node("identity-provider", "aws.saml-provider", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_a_certificate_that_is_missing_is_a_finding if {
	fixtures.messages(found({}, {"published": {"by": [{"id": "idp", "label": "adfs"}], "missing": [{"fingerprint": "f", "subject": "CN=x", "notAfter": null}], "gone": []}})) == ["it does not have CN=x, by which adfs signs"]
}

test_the_same_certificates_are_fine if {
	count(found({}, {"published": {"by": [{"id": "idp", "label": "adfs"}], "missing": [], "gone": []}})) == 0
}

test_one_that_was_given_up_is_just_outside if {
	count(found({}, {"published": {"by": [{"id": "idp", "label": "adfs"}], "missing": [], "gone": [{"fingerprint": "f", "subject": "CN=x", "notAfter": null}]}})) == 0
}
