# METADATA
# title: Load balancers must keep access logs
# description: >-
#   Access logs are the only record of who asked for what, with address, time and answer. After an incident
#   they cannot be made up for.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5
# schemas:
#   - input: schema["load-balancer"]
# custom:
#   severity: medium
#   subject: load-balancer
#   types: [aws.load-balancer, aws.classic-load-balancer]
#   reads: []
#   remediation: >-
#     Turn them on to a bucket that lets the service write. CLI: aws elbv2 modify-load-balancer-attributes
#     --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=BUCKET; Terraform:
#     access_logs { enabled = true } of the aws_lb.
#   controls:
#     aws-fsbp: [ELB.5]
#     dora: ["10(1)", "9(4)(b)"]
#     iso-27001-2022: [A.8.15, A.8.20]
#     nis2: ["21(2)(b)", "21(2)(e)"]
#     nist-800-53-r5: [AC-4(26), AU-2, AU-3, AU-12]
#     pci-dss-4.0.1: ["10.2.1"]
package policies.load_balancing.access_logs_are_on

applicable if input.subject.is.balancerType in {"application", "classic"}

findings contains finding if {
	input.subject.is.balancerType in {"application", "classic"}

	# Attributes that were not read are a gap, not a finding.
	input.subject.is.attributes["access_logs.s3.enabled"] != "true"
	finding := {
		"key": "access-logs",
		"message": sprintf("%s keeps no access logs", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
