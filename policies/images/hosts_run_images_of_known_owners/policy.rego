# METADATA
# title: Machines should run images of known owners
# description: >-
#   Names of images can be taken by anybody: a search by name finds the newest, which may be that of a
#   stranger.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html
# schemas:
#   - input: schema["host"]
# custom:
#   severity: medium
#   subject: host
#   types: [aws.instance]
#   reads: [image]
#   remediation: >-
#     Name the owner in the parameter owners, or start it from an image of one's own. CLI: aws ec2 describe-
#     images --owners; Terraform: owners of the aws_ami.
#   controls:
#     iso-27001-2022: [A.8.19]
#     nis2: ["21(2)(d)"]
#     nist-800-53-r5: [CM-7, SR-3]
#     pci-dss-4.0.1: ["6.3.2"]
#   parameters:
#     owners:
#       description: account ids and aliases whose images may be run
#       default: ["amazon", "aws-marketplace", "self"]
#       schema: {type: array, uniqueItems: true, items: {type: string}}
package policies.images.hosts_run_images_of_known_owners

params := data.params.images.hosts_run_images_of_known_owners

findings contains finding if {
	input.image != null
	owner := input.image.is.owner
	owner != null
	owner != input.subject.account
	not owner in params.owners
	not object.get(input.image.is, "ownerAlias", "") in params.owners
	finding := {
		"key": "owner",
		"message": sprintf("%s runs an image of account %s", [input.subject.label, owner]),
		"evidence": [input.subject.id],
	}
}
