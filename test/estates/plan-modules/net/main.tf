variable "vpc" {}
variable "port" {}

resource "terraform_data" "aws_security_group__own" {
  triggers_replace = var.vpc
  input            = { name = "own", ingress = [], egress = [] }
}

resource "terraform_data" "aws_vpc_security_group_ingress_rule__own" {
  triggers_replace = terraform_data.aws_security_group__own.id
  input            = { ip_protocol = "tcp", from_port = var.port, to_port = var.port, cidr_ipv6 = "::/0" }
}

output "group" {
  value = terraform_data.aws_security_group__own.id
}
