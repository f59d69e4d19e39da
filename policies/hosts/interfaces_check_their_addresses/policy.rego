# METADATA
# title: Interfaces should check source and destination
# description: >-
#   With the check off a machine may send and receive packets that are not its own. Routers, firewalls and NAT
#   instances need that; anything else can then pose as its neighbours.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html#EIP_Disable_SrcDestCheck
#   - https://docs.aws.amazon.com/config/latest/developerguide/ec2-enis-source-destination-check-enabled.html
# schemas:
#   - input: schema["interface"]
# custom:
#   severity: medium
#   subject: interface
#   types: [aws.network-interface]
#   reads: [tags]
#   remediation: >-
#     Turn the check on, or tag the interface as one that forwards. CLI: aws ec2 modify-network-interface-attribute
#     --network-interface-id ENI --source-dest-check; Terraform: source_dest_check = true.
#   controls:
#     aws-fsbp: [EC2.180]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     tag:
#       description: an interface with this tag, whatever its value, is meant to forward
#       default: causeway/forwards
#       schema: {type: string, minLength: 1}
package policies.hosts.interfaces_check_their_addresses

# Interfaces of NAT gateways, load balancers and the like are the provider's business.
applicable if not input.subject.is.providerManaged

findings contains finding if {
	input.subject.is.sourceDestinationCheck == false
	not input.subject.is.providerManaged
	not meant
	finding := {
		"key": "source-destination-check",
		"message": sprintf("%s takes packets for other addresses", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

# A tag may have an empty value.
meant if is_string(input.subject.tags[data.params.hosts.interfaces_check_their_addresses.tag])
