# METADATA
# title: Directories must ask for a second factor
# description: >-
#   People of the directory reach machines and the console with a password alone, which others guess or
#   take.
# related_resources:
#   - https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_mfa.html
# schemas:
#   - input: schema["directory"]
# custom:
#   severity: medium
#   subject: directory
#   reads: []
#   remediation: >-
#     Join it to a RADIUS server. CLI: aws ds enable-radius.
#   controls:
#     nist-800-53-r5: [IA-2, IA-2(1)]
package policies.federation.directories_ask_for_a_second_factor

findings contains finding if {
	input.subject.is.directoryType in {"managed-ad", "ad-connector"}
	radius := input.subject.is.radius
	not working(radius)
	finding := {
		"key": "radius",
		"message": sprintf("%s asks for no second factor", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}

working(radius) if lower(radius.status) == "completed"
