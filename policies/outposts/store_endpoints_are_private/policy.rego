# METADATA
# title: Stores of an Outpost should be asked by private addresses
# description: >-
#   An endpoint with a customer-owned address answers the whole site, past the groups of the network.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsWorkingAP.html
# schemas:
#   - input: schema["store-endpoint"]
# custom:
#   severity: low
#   subject: store-endpoint
#   types: [aws.s3-outposts-endpoint]
#   reads: []
#   remediation: >-
#     Make it anew with private access. CLI: aws s3outposts create-endpoint --access-type Private; Terraform:
#     access_type of the aws_s3outposts_endpoint.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
package policies.outposts.store_endpoints_are_private

findings contains finding if {
	input.subject.is.access == "customer-owned"
	finding := {
		"key": "customer-owned",
		"message": sprintf("%s answers the whole site", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	endswith(input.subject.is.state, "failed")
	finding := {
		"key": "failed",
		"message": sprintf("%s does not work", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
