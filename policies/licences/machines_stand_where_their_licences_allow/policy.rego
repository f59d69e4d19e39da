# METADATA
# title: Machines must stand where their licences allow
# description: >-
#   Many licences that a company brings hold on hardware that is its own alone, or for machines of so many
#   cores. On shared hardware they do not hold at all.
# related_resources:
#   - https://docs.aws.amazon.com/license-manager/latest/userguide/license-rules.html
# schemas:
#   - input: schema["licence-configuration"]
# custom:
#   severity: medium
#   subject: licence-configuration
#   types: [aws.licence-configuration]
#   reads: [uses.machine]
#   remediation: >-
#     Move it to a dedicated host that fits. CLI: aws ec2 modify-instance-placement --host-id; Terraform:
#     host_id of the aws_instance.
#   controls:
#     iso-27001-2022: [A.5.32]
#     nist-800-53-r5: [CM-10]
package policies.licences.machines_stand_where_their_licences_allow

rules := {rule.rule: rule.value | some rule in input.subject.is.rules; rule.value != null}

tenancies := {name | some name in split(rules.allowedTenancy, ",")}

machines contains use.machine if {
	some use in input.uses
	use.machine.is.state == "running"
}

findings contains finding if {
	count(tenancies) > 0
	not "EC2-Default" in tenancies
	some machine in machines
	is_null(machine.is.hardware)
	finding := {
		"key": concat("/", ["tenancy", machine.id]),
		"message": sprintf("%s runs on shared hardware, and %s holds for %s", [
			machine.label,
			input.subject.label,
			rules.allowedTenancy,
		]),
		"evidence": [machine.id],
	}
}

findings contains finding if {
	some machine in machines
	some limit in ["minimumCores", "maximumCores", "minimumSockets", "maximumSockets"]
	bound := to_number(rules[limit])
	number := machine.is.hardware[measure[limit]]
	number != null
	breaks(limit, number, bound)
	finding := {
		"key": concat("/", [limit, machine.id]),
		"message": sprintf("%s stands on hardware with %d %s, and %s has %s %d", [
			machine.label,
			number,
			measure[limit],
			input.subject.label,
			limit,
			bound,
		]),
		"evidence": [machine.id],
	}
}

measure := {"minimumCores": "cores", "maximumCores": "cores", "minimumSockets": "sockets", "maximumSockets": "sockets"}

breaks(limit, number, bound) if {
	startswith(limit, "minimum")
	number < bound
}

breaks(limit, number, bound) if {
	startswith(limit, "maximum")
	number > bound
}
