# METADATA
# title: A load balancer that is called internal must not face the internet
# description: >-
#   The scheme is chosen once, at creation, and the default is the internet. A name that says internal on a load
#   balancer that is not tells of a mistake.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: high
#   subject: load-balancer
#   types: [aws.load-balancer, aws.classic-load-balancer]
#   reads: []
#   remediation: >-
#     Create it anew with the scheme internal and move its DNS name over, or rename what is meant to be public. CLI:
#     aws elbv2 create-load-balancer --scheme internal; Terraform: internal = true of the aws_lb (replaces it).
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     words:
#       description: words in a name, between hyphens, by which the load balancer is internal
#       default: [internal, private, int, intranet, backend]
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 2}}
package policies.load_balancing.names_match_the_scheme

applicable if count(claims) > 0

claims := [word |
	some word in split(lower(input.subject.is.name), "-")
	word in data.params.load_balancing.names_match_the_scheme.words
]

findings contains finding if {
	input.subject.is.scheme == "internet-facing"
	count(claims) > 0
	finding := {
		"key": "scheme",
		"message": sprintf("%s faces the internet", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
