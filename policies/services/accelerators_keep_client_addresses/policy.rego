# METADATA
# title: An accelerator should keep the addresses of clients
# description: >-
#   Otherwise groups and logs behind it see the accelerator alone, and everybody looks the same.
# related_resources:
#   - https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.html
# schemas:
#   - input: schema["endpoint-group"]
# custom:
#   severity: low
#   subject: endpoint-group
#   types: [aws.accelerator-endpoint-group]
#   reads: []
#   remediation: >-
#     CLI: aws globalaccelerator update-endpoint-group; Terraform: client_ip_preservation_enabled.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AU-3, SC-7]
package policies.services.accelerators_keep_client_addresses

findings contains finding if {
	some endpoint in input.subject.is.endpoints
	endpoint.keepsClientAddress == false
	finding := {
		"key": endpoint.id,
		"message": sprintf("%s hides from %s who asks", [input.subject.label, endpoint.id]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	some endpoint in input.subject.is.endpoints
	lower(endpoint.health) == "unhealthy"
	finding := {
		"key": concat("/", ["health", endpoint.id]),
		"message": sprintf("%s of %s does not answer", [endpoint.id, input.subject.label]),
		"evidence": [input.subject.id],
	}
}
