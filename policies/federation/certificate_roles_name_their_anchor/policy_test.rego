package policies.federation.certificate_roles_name_their_anchor_test

import data.lib.fixtures
import data.policies.federation.certificate_roles_name_their_anchor as policy

found(is, related) := result if {
	subject := fixtures.node("role", "aws.iam-role", "it", is)
	result := policy.findings with input as fixtures.document(subject, related)
}

test_any_anchor_is_a_finding if {
	fixtures.messages(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "service", "name": "rolesanywhere.amazonaws.com", "account": null, "exists": null, "relation": null}, "keys": {}})]}})) == ["Certificates of any anchor become it (statement 1 (Ci))"]
}

test_a_named_anchor_is_fine if {
	count(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "service", "name": "rolesanywhere.amazonaws.com", "account": null, "exists": null, "relation": null}, "keys": {"aws:sourcearn": {"required": true, "any": false, "values": ["x"], "prefix": "x", "example": "x", "exact": true}}})]}})) == 0
}

test_other_services_are_just_outside if {
	count(found({}, {"trust": {"ways": [fixtures.way({"party": {"type": "service", "name": "ec2.amazonaws.com", "account": null, "exists": null, "relation": null}, "keys": {}})]}})) == 0
}
