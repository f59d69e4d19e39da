# METADATA
# title: The internet must not ask the API of a cluster
# description: >-
#   Whoever asks it with a stolen token is the cluster's administrator, from anywhere.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1
# schemas:
#   - input: schema["cluster"]
# custom:
#   severity: high
#   subject: cluster
#   types: [aws.eks-cluster]
#   reads: []
#   remediation: >-
#     CLI: aws eks update-cluster-config --resources-vpc-config endpointPublicAccess=false; Terraform:
#     endpoint_public_access, public_access_cidrs.
#   controls:
#     aws-fsbp: [EKS.1]
#     dora: ["9(4)(b)"]
#     iso-27001-2022: [A.8.20, A.8.22]
#     nis2: ["21(2)(e)"]
#     nist-800-53-r5: [AC-4, SC-7]
#     pci-dss-4.0.1: ["1.4.4"]
package policies.services.cluster_endpoints_are_private

findings contains finding if {
	input.subject.is.publicEndpoint == true
	some cidr in input.subject.is.publicCidrs
	to_number(split(cidr, "/")[1]) < shortest(cidr)
	finding := {
		"key": cidr,
		"message": sprintf("%s may ask the API of %s", [cidr, input.subject.label]),
		"evidence": [input.subject.id],
	}
}

shortest(cidr) := 16 if not contains(cidr, ":")

shortest(cidr) := 32 if contains(cidr, ":")
