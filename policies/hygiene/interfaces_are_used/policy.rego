# METADATA
# title: Network interfaces should be used
# description: >-
#   A card that belongs to nothing keeps its address and its groups, for whoever attaches it next.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
# schemas:
#   - input: schema["interface"]
# custom:
#   severity: info
#   subject: interface
#   types: [aws.network-interface]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 delete-network-interface; Terraform: remove the aws_network_interface.
#   controls:
#     iso-27001-2022: [A.5.9]
#     nist-800-53-r5: ["CM-8(1)"]
package policies.hygiene.interfaces_are_used

findings contains finding if {
	input.subject.is.providerManaged != true
	input.subject.is.status == "available"
	finding := {
		"key": "unused",
		"message": sprintf("%s belongs to nothing", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
