# METADATA
# title: Networks should reach storage by endpoints
# description: >-
#   Without an endpoint, traffic to S3 and DynamoDB leaves through NAT or internet gateways, and no endpoint policy
#   can say which buckets it may reach. Gateway endpoints cost nothing.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
# schemas:
#   - input: schema["network"]
# custom:
#   severity: low
#   subject: network
#   types: [aws.vpc]
#   reads: [endpoints]
#   complete: true
#   remediation: >-
#     Create gateway endpoints and add them to all route tables. CLI: aws ec2 create-vpc-endpoint --vpc-id VPC
#     --service-name com.amazonaws.REGION.s3 --route-table-ids TABLES; Terraform: aws_vpc_endpoint with
#     vpc_endpoint_type = "Gateway".
#   controls:
#     cis-aws-7.0: ["6.8"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     services:
#       description: last parts of the names of the services that must have an endpoint
#       default: [s3, dynamodb]
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.endpoints.storage_is_reached_by_endpoints

import data.lib.text

# segmentation/no_default_networks wants default networks gone, not furnished.
applicable if not input.subject.is.isDefault

findings contains finding if {
	not input.subject.is.isDefault
	missing := [service |
		some service in data.params.endpoints.storage_is_reached_by_endpoints.services
		not reached(service)
	]
	count(missing) > 0
	finding := {
		"key": "endpoints",
		"message": sprintf("%s has no endpoint for %s", [input.subject.label, text.listing(missing)]),
		"evidence": [input.subject.id],
	}
}

reached(service) if {
	some endpoint in input.endpoints
	lower(endpoint.is.state) == "available"
	endswith(endpoint.is.service, concat("", [".", service]))
}
