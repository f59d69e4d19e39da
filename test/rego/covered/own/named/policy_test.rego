package policies.own.named_test

import data.policies.own.named

cases := {
	"": 1,
	"web": 0,
}

test_labels if {
	every label, wanted in cases {
		found := named.findings with input as {"subject": {"label": label, "type": "aws.security-group", "region": "eu-west-1"}}
		count(found) == wanted
	}
}
