# METADATA
# title: A trail should tell a topic of new files
# description: >-
#   Whoever evaluates files learns by a topic that they are there, and by its silence that they no longer
#   come.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html
# schemas:
#   - input: schema["trail"]
# custom:
#   severity: info
#   subject: trail
#   types: [aws.cloudtrail-trail]
#   reads: []
#   remediation: >-
#     CLI: aws cloudtrail update-trail --sns-topic-name TOPIC; Terraform: sns_topic_name of the
#     aws_cloudtrail.
#   controls:
#     dora: ["10(1)"]
#     iso-27001-2022: [A.8.15]
#     nis2: ["21(2)(b)"]
#     nist-800-53-r5: [AU-5]
package policies.audit.trails_tell_a_topic

findings contains finding if {
	input.subject.is.topic == null
	finding := {
		"key": "topic",
		"message": sprintf("%s tells no topic", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
