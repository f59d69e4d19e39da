# METADATA
# title: File servers that the internet reaches should be expected ones
# description: >-
#   A server for files of partners often needs to be public. One that was only tried out does not.
# related_resources:
#   - https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
# schemas:
#   - input: schema["transfer"]
# custom:
#   severity: low
#   subject: transfer
#   reads: []
#   remediation: >-
#     Name it in the parameter expected, or give it an endpoint in a VPC. CLI: aws transfer update-server
#     --endpoint-type VPC; Terraform: endpoint_type of the aws_transfer_server.
#   controls:
#     dora: ["9(3)(a)"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.5.14]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.4.4"]
#   parameters:
#     expected:
#       description: ids of file servers that the internet may reach
#       default: []
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.transfers.file_servers_are_expected

import data.lib.routing

findings contains finding if {
	input.subject.is.transferType == "file-server"
	input.subject.is.isPublic == true
	count([name |
		some name in data.params.transfers.file_servers_are_expected.expected
		routing.names(input.subject.id, name)
	]) == 0
	finding := {
		"key": "public",
		"message": sprintf("The internet reaches %s, which is not an expected one", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
