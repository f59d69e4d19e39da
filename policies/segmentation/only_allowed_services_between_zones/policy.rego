# METADATA
# title: Between zones only allowed services may pass
# description: >-
#   Zones are worth what keeps them apart. Here a way leads from one zone into another that the matrix of the
#   configuration does not allow: over routes, gateways, groups and ACLs, there and back.
# related_resources:
#   - https://csrc.nist.gov/pubs/sp/800/41/r1/final
#   - https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html
# schemas:
#   - input: schema["estate"]
# custom:
#   severity: high
#   subject: estate
#   reads: [segmentation]
#   remediation: >-
#     Narrow the rule that is named, or take the route away; if the service must pass, allow it under reach.allowed
#     in causeway.yaml. causeway reach --matrix shows every cell with its way.
#   controls:
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, AC-4(21), SC-7]
#     pci-dss-4.0.1: ["1.3.1", "1.3.2"]
package policies.segmentation.only_allowed_services_between_zones

# Without reach.zones and reach.allowed in the configuration there is nothing to judge by.
applicable if input.segmentation.declared

findings contains finding if {
	some way in input.segmentation.open
	finding := {
		"key": sprintf("%s → %s: %s", [way.from, way.to, way.service]),
		"message": sprintf("%s reaches %s by %s, which is not allowed: %s can open it on %s", [
			way.from,
			way.to,
			way.service,
			way.source,
			way.target,
		]),
		"evidence": [{"text": sprintf("%s: %s", [hop.label, hop.says]), "node": hop.id} | some hop in way.trace],
		"cause": way.cause.id,
	}
}
