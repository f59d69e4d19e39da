# METADATA
# title: What alarms tell must be heard by somebody
# description: >-
#   An alarm that rings in an empty topic is one that nobody hears. Subscriptions count once they are
#   confirmed.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html
# schemas:
#   - input: schema["topic"]
# custom:
#   severity: low
#   subject: topic
#   types: [aws.sns-topic]
#   reads: [told_by, subscriptions]
#   complete: true
#   remediation: >-
#     Confirm the subscription, or make one. CLI: aws sns subscribe; Terraform: aws_sns_topic_subscription.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.16]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-6, IR-6]
#     pci-dss-4.0.1: ["11.5.1"]
package policies.audit.topics_of_alarms_are_heard

applicable if count(input.told_by) > 0

findings contains finding if {
	applicable
	input.subject.is.confirmed == 0
	count([subscription | some subscription in input.subscriptions; subscription.is.confirmed == true]) == 0
	finding := {
		"key": "unheard",
		"message": sprintf("Nobody hears what is told to %s", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
