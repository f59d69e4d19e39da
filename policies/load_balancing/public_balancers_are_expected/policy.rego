# METADATA
# title: Load balancers that the internet reaches should be expected ones
# description: >-
#   Which doors face the internet should be written down somewhere. What is not on that list was opened by
#   mistake, or forgotten.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: info
#   subject: load-balancer
#   reads: [tags]
#   remediation: >-
#     Name it in the parameter expected or give it one of the tags, or make it internal. CLI: aws elbv2
#     create-load-balancer --scheme internal; Terraform: internal of the aws_lb.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     expected:
#       description: ids of load balancers that the internet may reach
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
#     tags:
#       description: tags, as key=value in lower case, of those that it may reach
#       default: ["exposure=public", "public=true"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.load_balancing.public_balancers_are_expected

import data.lib.routing

params := data.params.load_balancing.public_balancers_are_expected

findings contains finding if {
	input.subject.is.scheme == "internet-facing"
	count([name | some name in params.expected; routing.names(input.subject.id, name)]) == 0
	not tagged
	finding := {
		"key": "public",
		"message": sprintf("The internet reaches %s, which is not an expected one", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

tagged if {
	some key, value in input.subject.tags
	lower(sprintf("%s=%s", [key, value])) in params.tags
}
