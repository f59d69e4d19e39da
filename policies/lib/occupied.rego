# Does something stand in a network? Told by how many addresses of its subnets are free, so that nobody has to look
# at thousands of cards.
package lib.occupied

# Some address is taken. The provider keeps five in each block of a subnet for itself
# (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html).
subnet(one) if {
	some cidr in one.is.cidrs
	not contains(cidr, ":")
	size := bits.lsh(1, 32 - to_number(split(cidr, "/")[1]))
	is_number(one.is.freeAddresses)
	one.is.freeAddresses < size - 5
}

# What is not told may be taken, and so may addresses of subnets that have IPv6 alone.
subnet(one) if not told(one)

told(one) if {
	is_number(one.is.freeAddresses)
	some cidr in one.is.cidrs
	not contains(cidr, ":")
}
