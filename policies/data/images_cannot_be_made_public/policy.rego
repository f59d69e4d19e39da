# METADATA
# title: Images must not be shareable with everybody
# description: >-
#   A block holds for the whole Region, whoever shares what tomorrow.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
# custom:
#   severity: medium
#   subject: region
#   types: [aws.region]
#   reads: []
#   remediation: >-
#     Block it in each Region: aws ec2 enable-image-block-public-access; Terraform:
#     aws_ec2_image_block_public_access.
#   controls:
#     nist-800-53-r5: [AC-3, AC-6]
package policies.data.images_cannot_be_made_public

findings contains finding if {
	input.subject.is.imageSharing == "unblocked"
	finding := {
		"key": "sharing",
		"message": sprintf("Images of %s can be shared with everybody", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
