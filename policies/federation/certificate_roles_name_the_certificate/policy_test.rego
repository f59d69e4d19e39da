package policies.federation.certificate_roles_name_the_certificate_test

import data.lib.fixtures
import data.policies.federation.certificate_roles_name_the_certificate as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_any_certificate_is_a_finding if {
	fixtures.messages(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "service", "name": "rolesanywhere.amazonaws.com", "account": null, "exists": null, "relation": null}, "keys": {}})]}})) == ["Every certificate of the anchor becomes it (statement 1 (Ci))"]
}

test_a_named_subject_is_fine if {
	count(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "service", "name": "rolesanywhere.amazonaws.com", "account": null, "exists": null, "relation": null}, "keys": {"aws:principaltag/x509subject/cn": {"required": true, "any": false, "values": ["x"], "prefix": "x", "example": "x", "exact": true}}})]}})) == 0
}

test_other_tags_are_just_outside if {
	count(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "service", "name": "rolesanywhere.amazonaws.com", "account": null, "exists": null, "relation": null}, "keys": {"aws:principaltag/team": {"required": true, "any": false, "values": ["x"], "prefix": "x", "example": "x", "exact": true}}})]}})) == 1
}
