# METADATA
# title: Functions that are named should stand in a network
# description: >-
#   A function in no network reaches the whole internet, and no flow log tells of it.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-3
# schemas:
#   - input: schema["function"]
# custom:
#   severity: info
#   subject: function
#   types: [aws.lambda-function]
#   reads: [network, tags]
#   complete: true
#   remediation: >-
#     CLI: aws lambda update-function-configuration --vpc-config; Terraform: vpc_config of the
#     aws_lambda_function.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.4.4"]
#   parameters:
#     tags:
#       description: tags, as key=value in lower case, of functions that must stand in a network
#       default: ["network=private"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
#     all:
#       description: all functions must
#       default: false
#       schema: {type: boolean}
package policies.services.functions_stand_in_networks

params := data.params.services.functions_stand_in_networks

applicable if {
	some key, value in input.subject.tags
	lower(sprintf("%s=%s", [key, value])) in params.tags
}

applicable if params.all == true

findings contains finding if {
	applicable
	is_null(input.network)
	finding := {
		"key": "network",
		"message": sprintf("%s stands in no network", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
