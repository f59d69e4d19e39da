# METADATA
# title: A recorder should read with the service's own role
# description: >-
#   The service keeps its own role up to date: with another one new types are silently not recorded.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
# schemas:
#   - input: schema["recorder"]
# custom:
#   severity: low
#   subject: recorder
#   types: [aws.config-recorder]
#   reads: []
#   remediation: >-
#     CLI: aws configservice put-configuration-recorder with the role AWSServiceRoleForConfig; Terraform:
#     role_arn of the aws_config_configuration_recorder.
#   controls:
#     aws-fsbp: [Config.1]
#     dora: ["8(1)"]
#     iso-27001-2022: [A.8.9]
#     nis2: ["21(2)(i)"]
#     nist-800-53-r5: [CM-8, CM-3]
#     pci-dss-4.0.1: ["2.2.1"]
package policies.audit.recorders_use_the_service_role

findings contains finding if {
	input.subject.is.owner == null
	input.subject.is.serviceRole == false
	finding := {
		"key": "role",
		"message": sprintf("%s reads with a role of its own", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
