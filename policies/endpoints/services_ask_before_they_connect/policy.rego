# METADATA
# title: An endpoint service must ask before it connects
# description: >-
#   Who is allowed to ask is then connected at once: nobody sees who joined.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
# schemas:
#   - input: schema["endpoint-service"]
# custom:
#   severity: medium
#   subject: endpoint-service
#   types: [aws.vpc-endpoint-service]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 modify-vpc-endpoint-service-configuration --acceptance-required; Terraform:
#     acceptance_required of the aws_vpc_endpoint_service.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.endpoints.services_ask_before_they_connect

findings contains finding if {
	input.subject.is.acceptanceRequired == false
	finding := {
		"key": "acceptance",
		"message": sprintf("%s connects whoever asks", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
