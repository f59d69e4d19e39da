import type { AuditRole } from "./cloud-formation.js";

/** The role as Terraform. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role */
export function roleInTerraform({ name, externalId, tagged, policies }: AuditRole): string {
  const cut = name.lastIndexOf("/");
  const path = name.slice(0, cut + 1).replace(/^\/?/, "/");
  return [
    VARIABLES(externalId),
    ...policies.map(
      (document, index) =>
        `resource "aws_iam_policy" "causeway_${index + 1}" {\n  name_prefix = "causeway-reads-"\n  policy      = jsonencode(${hcl(document)})\n}\n`,
    ),
    `resource "aws_iam_role" "causeway" {
  name                 = ${hcl(name.slice(cut + 1))}
  path                 = ${hcl(path)}
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([merge({
      Effect    = "Allow"
      Principal = { AWS = var.auditor_principal }
      Action    = "sts:AssumeRole"
      }, {
      for name, value in { Condition = { StringEquals = { "sts:ExternalId" = var.external_id } } } :
      name => value if var.external_id != ""
    })], ${tagged ? TAGS : "[]"})
  })
}
`,
    ...policies.map(
      (_document, index) =>
        `resource "aws_iam_role_policy_attachment" "causeway_${index + 1}" {\n  role       = aws_iam_role.causeway.name\n  policy_arn = aws_iam_policy.causeway_${index + 1}.arn\n}\n`,
    ),
    `output "role_arn" {\n  value = aws_iam_role.causeway.arn\n}\n`,
  ].join("\n");
}

const TAGS = `[{
      Effect    = "Allow"
      Principal = { AWS = var.auditor_principal }
      Action    = "sts:TagSession"
    }]`;

const VARIABLES = (externalId: string | undefined) => `variable "auditor_principal" {
  description = "ARN of the role or user that runs causeway."
  type        = string
}

variable "external_id" {
  description = "What sources.aws.role.externalId says; empty for none."
  type        = string
  default     = ${hcl(externalId ?? "")}
}
`;

/** JSON is an expression of HCL too, but for its templates, which text must not start. */
function hcl(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[$%](?=\{)/g, (sign) => sign + sign);
}
