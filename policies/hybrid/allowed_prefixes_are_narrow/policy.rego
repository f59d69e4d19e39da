# METADATA
# title: A gateway must advertise narrow prefixes to the data centre
# description: >-
#   What is advertised is what the data centre sends there. A default route or half a private space draws in
#   the traffic of others.
# related_resources:
#   - https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html
# schemas:
#   - input: schema["gateway-association"]
# custom:
#   severity: medium
#   subject: gateway-association
#   types: [aws.direct-connect-gateway-association]
#   reads: []
#   remediation: >-
#     CLI: aws directconnect update-direct-connect-gateway-association --add-allowed-prefixes-to-direct-
#     connect-gateway; Terraform: allowed_prefixes of the aws_dx_gateway_association.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#   parameters:
#     shortest_ipv4:
#       description: bits that an IPv4 prefix must have
#       default: 9
#       schema: {type: integer, minimum: 1, maximum: 32}
#     shortest_ipv6:
#       description: bits that an IPv6 prefix must have
#       default: 32
#       schema: {type: integer, minimum: 1, maximum: 128}
package policies.hybrid.allowed_prefixes_are_narrow

params := data.params.hybrid.allowed_prefixes_are_narrow

findings contains finding if {
	some prefix in input.subject.is.allowedPrefixes
	length := to_number(split(prefix, "/")[1])
	length < shortest(prefix)
	finding := {
		"key": prefix,
		"message": sprintf("%s advertises %s to the data centre", [input.subject.label, prefix]),
		"evidence": [input.subject.id],
	}
}

shortest(prefix) := params.shortest_ipv4 if not contains(prefix, ":")

shortest(prefix) := params.shortest_ipv6 if contains(prefix, ":")
