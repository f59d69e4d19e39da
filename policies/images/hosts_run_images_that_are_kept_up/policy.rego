# METADATA
# title: Machines should run images that are kept up
# description: >-
#   An image gathers holes from the day on which it was made; one that is deprecated gets no successor of its
#   name.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html
# schemas:
#   - input: schema["host"]
# custom:
#   severity: low
#   subject: host
#   types: [aws.instance]
#   reads: [image]
#   remediation: >-
#     Start it anew from a current image. CLI: aws ec2 run-instances --image-id; Terraform: ami of the
#     aws_instance.
#   controls:
#     dora: ["9(4)(f)"]
#     iso-27001-2022: [A.8.8]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [RA-5, SI-2]
#     pci-dss-4.0.1: ["6.3.3"]
#   parameters:
#     today:
#       description: the day as YYYY-MM-DD; empty is the day of the scan
#       default: ""
#       schema: {type: string, pattern: "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
#     most_days:
#       description: days that an image may be old
#       default: 365
#       schema: {type: integer, minimum: 1}
package policies.images.hosts_run_images_that_are_kept_up

params := data.params.images.hosts_run_images_that_are_kept_up

# Midnight of the day that is counted from; without one nothing is judged.
now := time.parse_rfc3339_ns(concat("", [params.today, "T00:00:00Z"])) if {
	params.today != ""
}

applicable if now

findings contains finding if {
	applicable
	input.subject.is.state == "running"
	made := time.parse_rfc3339_ns(input.image.is.created)
	days := floor((now - made) / 86400000000000)
	days > params.most_days
	finding := {
		"key": "age",
		"message": sprintf("%s runs an image that is %d days old", [input.subject.label, days]),
		"evidence": [input.subject.id],
	}
}

findings contains finding if {
	applicable
	input.subject.is.state == "running"
	time.parse_rfc3339_ns(input.image.is.deprecated) < now
	finding := {
		"key": "deprecated",
		"message": sprintf("%s runs an image that is no longer to be used", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
