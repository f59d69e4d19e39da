# METADATA
# title: Interface endpoints should have interfaces in more than one zone
# description: >-
#   An interface endpoint in one zone takes its service away from the whole network when that zone fails, and sends
#   traffic of the others across zones meanwhile.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
# schemas:
#   - input: schema["endpoint"]
# custom:
#   severity: low
#   subject: endpoint
#   types: [aws.vpc-endpoint]
#   reads: [subnets]
#   complete: true
#   remediation: >-
#     Add a subnet of another zone. CLI: aws ec2 modify-vpc-endpoint --vpc-endpoint-id VPCE --add-subnet-ids SUBNET;
#     Terraform: subnet_ids of the aws_vpc_endpoint.
#   controls:
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-10, SC-36]
#   parameters:
#     min_zones:
#       description: how many zones an interface endpoint must have
#       default: 2
#       schema: {type: integer, minimum: 1}
package policies.endpoints.interface_endpoints_span_zones

applicable if lower(input.subject.is.endpointType) == "interface"

findings contains finding if {
	lower(input.subject.is.endpointType) == "interface"
	zones := {object.get(subnet.is, "zone", subnet.id) | some subnet in input.subnets}
	count(zones) < data.params.endpoints.interface_endpoints_span_zones.min_zones
	finding := {
		"key": "zones",
		"message": sprintf("%s (%s) has interfaces in %s", [
			input.subject.label,
			object.get(input.subject.is, "service", "unknown"),
			where(zones),
		]),
		"evidence": array.concat([input.subject.id], [subnet.id | some subnet in input.subnets]),
		"cause": input.subject.id,
	}
}

where(zones) := "no zone" if count(zones) == 0

where(zones) := sprintf("%s only", [concat(", ", sort({sprintf("%v", [zone]) | some zone in zones}))]) if count(zones) > 0
