variable "region" {
  default = "eu-central-1"
}

variable "admin" {
  default   = "203.0.113.0/24"
  sensitive = true
}

variable "zones" {
  default = { a = "10.1.1.0/24", b = "10.1.2.0/24" }
}

locals {
  tier = terraform_data.aws_security_group__tier.id
}

resource "terraform_data" "aws_vpc__main" {
  input = { cidr_block = "10.1.0.0/16" }
}

resource "terraform_data" "aws_subnet__zone" {
  for_each         = var.zones
  triggers_replace = terraform_data.aws_vpc__main.id
  input            = { cidr_block = each.value }
}

resource "terraform_data" "aws_security_group__tier" {
  triggers_replace = terraform_data.aws_vpc__main.id
  input            = { name = "tier", ingress = [], egress = [] }
}

resource "terraform_data" "aws_security_group__numbered" {
  count            = 2
  triggers_replace = terraform_data.aws_vpc__main.id
  input            = { name = "numbered-${count.index}", ingress = [], egress = [] }
}

# found: the same index
resource "terraform_data" "aws_vpc_security_group_ingress_rule__counted" {
  count            = 2
  triggers_replace = terraform_data.aws_security_group__numbered[count.index].id
  input            = { ip_protocol = "tcp", from_port = 8000 + count.index, to_port = 8000 + count.index, cidr_ipv4 = "0.0.0.0/0" }
}

# found: a fixed index
resource "terraform_data" "aws_vpc_security_group_ingress_rule__fixed" {
  triggers_replace = terraform_data.aws_security_group__numbered[1].id
  input            = { ip_protocol = "tcp", from_port = 22, to_port = 22, cidr_ipv4 = "0.0.0.0/0" }
}

# not found: a local
resource "terraform_data" "aws_vpc_security_group_ingress_rule__local" {
  triggers_replace = local.tier
  input            = { ip_protocol = "tcp", from_port = 23, to_port = 23, cidr_ipv4 = "0.0.0.0/0" }
}

# not found: one of two
resource "terraform_data" "aws_vpc_security_group_ingress_rule__either" {
  triggers_replace = var.region == "x" ? terraform_data.aws_security_group__tier.id : terraform_data.aws_security_group__numbered[0].id
  input            = { ip_protocol = "tcp", from_port = 24, to_port = 24, cidr_ipv4 = "0.0.0.0/0" }
}

# found, but its peer is secret
resource "terraform_data" "aws_vpc_security_group_ingress_rule__secret" {
  triggers_replace = terraform_data.aws_security_group__tier.id
  input            = { ip_protocol = "tcp", from_port = 25, to_port = 25, cidr_ipv4 = var.admin }
}

module "app" {
  source = "./net"
  vpc    = terraform_data.aws_vpc__main.id
  port   = 443
}

module "each" {
  for_each = var.zones
  source   = "./net"
  vpc      = terraform_data.aws_vpc__main.id
  port     = 5432
}

# found: the output of a module, and of a module with the same key
resource "terraform_data" "aws_vpc_security_group_ingress_rule__output" {
  triggers_replace = module.app.group
  input            = { ip_protocol = "tcp", from_port = 8443, to_port = 8443, cidr_ipv4 = "0.0.0.0/0" }
}

resource "terraform_data" "aws_vpc_security_group_ingress_rule__keyed" {
  triggers_replace = module.each["b"].group
  input            = { ip_protocol = "tcp", from_port = 9443, to_port = 9443, cidr_ipv4 = "0.0.0.0/0" }
}
