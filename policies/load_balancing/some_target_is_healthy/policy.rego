# METADATA
# title: A target group in use should have a healthy target
# description: >-
#   When no target is healthy, callers get errors, or an application load balancer sends them to all targets, broken
#   or not.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
# schemas:
#   - input: schema["target-group"]
# custom:
#   severity: medium
#   subject: target-group
#   types: [aws.target-group]
#   reads: [load_balancers, targets]
#   complete: true
#   remediation: >-
#     See the reason of each target, then mend the service, its health check or the rules between them. Console: EC2,
#     Target groups, Targets; CLI: aws elbv2 describe-target-health --target-group-arn ARN; Terraform: health_check of
#     the aws_lb_target_group.
#   controls:
#     dora: ["7"]
#     gdpr: ["32(1)(b)"]
#     iso-27001-2022: [A.8.14]
#     nis2: ["21(2)(c)"]
#     nist-800-53-r5: [CP-10, SC-5(2)]
package policies.load_balancing.some_target_is_healthy

import data.lib.text

applicable if {
	count(input.load_balancers) > 0
	count(input.targets) > 0
}

findings contains finding if {
	count(input.load_balancers) > 0
	sick := [target | some target in input.targets; target.is.health == "unhealthy"]
	count(sick) > 0
	not may_be_healthy
	finding := {
		"key": "health",
		"message": sprintf("none of the targets of %s is healthy: %s", [
			input.subject.label,
			text.first([reason(target) | some target in sick], 4),
		]),
		"evidence": array.concat([input.subject.id], [target.id | some target in sick]),
		"cause": input.subject.id,
	}
}

# Healthy, or about to show whether it is, or not known.
may_be_healthy if {
	some target in input.targets
	not target.is.health in {"unhealthy", "draining", "unused"}
}

reason(target) := sprintf("%s (%s)", [target.label, target.is.reason]) if is_string(target.is.reason)

reason(target) := target.label if not is_string(target.is.reason)
