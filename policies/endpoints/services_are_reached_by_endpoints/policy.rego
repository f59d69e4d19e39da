# METADATA
# title: Networks should reach the services that they need by endpoints
# description: >-
#   What goes by an endpoint needs no way to the internet, and its policy says for whom.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-10
# schemas:
#   - input: schema["network"]
# custom:
#   severity: info
#   subject: network
#   types: [aws.vpc]
#   reads: [endpoints, subnets]
#   complete: true
#   remediation: >-
#     CLI: aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface; Terraform: aws_vpc_endpoint.
#   controls:
#     aws-fsbp: [EC2.10, EC2.55, EC2.56, EC2.57, EC2.58, EC2.60]
#     cis-aws-7.0: ["6.8"]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     services:
#       description: last parts of the names of the services that must have an endpoint
#       default: ["ec2", "ecr.api", "ecr.dkr", "ssm", "ssm-contacts", "ssm-incidents"]
#       schema: {type: array, uniqueItems: true, items: {type: string, minLength: 1}}
package policies.endpoints.services_are_reached_by_endpoints

import data.lib.occupied
import data.lib.text

# A network in which nothing stands needs none.
applicable if {
	some subnet in input.subnets
	occupied.subnet(subnet)
}

findings contains finding if {
	applicable
	missing := [service |
		some service in data.params.endpoints.services_are_reached_by_endpoints.services
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
