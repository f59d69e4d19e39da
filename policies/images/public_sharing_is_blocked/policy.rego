# METADATA
# title: Images should not be sharable with everybody
# description: >-
#   A block for the Region makes the mistake impossible, whoever makes it.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
# schemas:
#   - input: schema["region"]
# custom:
#   severity: low
#   subject: region
#   types: [aws.region]
#   reads: []
#   remediation: >-
#     CLI: aws ec2 enable-image-block-public-access; Terraform: aws_ec2_image_block_public_access.
#   controls:
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.5.14]
#     nist-800-53-r5: [AC-3]
package policies.images.public_sharing_is_blocked

# What was not asked says nothing of the Region.
applicable if input.subject.is.imageSharing != null

findings contains finding if {
	input.subject.is.enabled != false
	input.subject.is.imageSharing == "unblocked"
	finding := {
		"key": "images",
		"message": sprintf("Images of %s may be shared with everybody", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
