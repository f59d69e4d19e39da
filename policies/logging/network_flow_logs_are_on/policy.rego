# METADATA
# title: Flow logs must cover every network
# description: >-
#   Without flow logs nobody can say afterwards who talked to whom. They may be on for the network, or for each of
#   its subnets: what counts is that none is left out.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6
# schemas:
#   - input: schema["network"]
# custom:
#   severity: medium
#   subject: network
#   types: [aws.vpc]
#   reads: [flow_logs, subnets.flow_logs]
#   complete: true
#   remediation: >-
#     Turn on a flow log for the VPC. Console: VPC, Your VPCs, Flow logs, Create; CLI: aws ec2 create-flow-logs
#     --resource-type VPC --resource-ids VPC --traffic-type ALL --log-destination-type s3 --log-destination ARN;
#     Terraform: aws_flow_log with vpc_id.
#   controls:
#     aws-fsbp: [EC2.6]
#     cis-aws-3.0: ["3.7"]
#     cis-aws-5.0: ["3.7"]
#     cis-aws-7.0: ["4.7"]
#     dora: ["10(1)", "9(4)(b)"]
#     iso-27001-2022: [A.8.15, A.8.20]
#     nis2: ["21(2)(b)", "21(2)(e)"]
#     nist-800-53-r5: [AC-4(26), AU-2, AU-3, AU-12, SI-7(8)]
#     pci-dss-4.0.1: ["10.2.1"]
#   parameters:
#     traffic:
#       description: kinds of traffic of which one must be logged
#       default: [ALL, REJECT]
#       schema: {type: array, minItems: 1, uniqueItems: true, items: {enum: [ALL, ACCEPT, REJECT]}}
package policies.logging.network_flow_logs_are_on

import data.lib.text

findings contains finding if {
	not logged(input.flow_logs)
	dark := [subnet | some subnet in input.subnets; not logged(subnet.flow_logs)]
	missing(dark)
	finding := {
		"key": "flow-logs",
		"message": sprintf("%s has no flow log that works%s", [input.subject.label, where(dark)]),
		"evidence": array.concat([input.subject.id], [subnet.id | some subnet in dark]),
		"cause": input.subject.id,
	}
}

# A network without subnets is covered only by a log of its own.
missing(dark) if count(dark) > 0

missing(_) if count(input.subnets) == 0

where(dark) := "" if count(dark) == count(input.subnets)

where(dark) := sprintf(" for %s", [text.first([subnet.label | some subnet in dark], 4)]) if {
	count(dark) < count(input.subnets)
}

logged(logs) if {
	some log in logs
	log.is.status == "ACTIVE"
	not log.is.delivery == "FAILED"
	log.is.traffic in data.params.logging.network_flow_logs_are_on.traffic
}
