package policies.own.open_ports_test

import data.lib.ports
import data.policies.own.open_ports

subject := {"id": "f1", "label": "f1", "kind": "filter", "type": "aws.security-group", "is": {}}

ingress(from, to) := {
	"subject": subject,
	"exposure": {"egress": [], "ingress": [{"breadth": "internet", "openings": [{"from": from, "to": to}]}]},
}

test_ssh_is_found if {
	some finding in open_ports.findings with input as ingress(20, 22)
	finding.key == "ssh"
}

test_others_are_not if {
	count(open_ports.findings) == 0 with input as ingress(1, 2)
}

test_everything_outwards if {
	document := {"subject": subject, "exposure": {"ingress": [], "egress": [{"openings": [{"from": 0, "to": 65535}]}]}}
	count(open_ports.findings) == 1 with input as document
}

test_names if {
	print("names", ports.name(5))
	ports.name(5) == "privileged"
	ports.name(8080) == "other"
}

todo_test_later if open_ports.severity == "high"
