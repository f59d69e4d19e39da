# METADATA
# title: Answers of a failover must be forgotten soon
# description: >-
#   Whoever has the answer keeps it for its time to live: a failover is no quicker than that.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-dns.html
# schemas:
#   - input: schema["record"]
# custom:
#   severity: low
#   subject: record
#   types: [aws.record-set]
#   reads: []
#   remediation: >-
#     Set a time to live of 60 seconds. Terraform: ttl of aws_route53_record.
#   controls:
#     nist-800-53-r5: [CP-10]
#   parameters:
#     seconds:
#       description: longest time to live of a record with failover
#       default: 300
#       schema: {type: integer, minimum: 0}
package policies.dns.failover_answers_expire_soon

applicable if input.subject.is.routing.policy == "failover"

findings contains finding if {
	input.subject.is.routing.policy == "failover"
	input.subject.is.ttl > data.params.dns.failover_answers_expire_soon.seconds
	finding := {
		"key": "ttl",
		"message": sprintf("%s fails over, and is remembered for %d seconds", [input.subject.label, input.subject.is.ttl]),
		"evidence": [input.subject.id],
	}
}
