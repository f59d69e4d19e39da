package lib.routing_test

import data.lib.routing

test_a_block_within_one_block_is_covered if {
	routing.within("10.0.0.0/24", ["10.0.0.0/16"])
	routing.within("10.0.0.0/16", ["10.0.0.0/16"])
	routing.within("2001:db8::/64", ["2001:db8::/56"])
	not routing.within("10.1.0.0/24", ["10.0.0.0/16"])
}

test_neighbours_cover_what_holds_them_both if {
	routing.within("10.0.0.0/15", ["10.0.0.0/16", "10.1.0.0/16"])
	routing.within("10.0.0.0/15", ["10.0.0.0/16", "10.1.0.0/17", "10.1.128.0/17"])
	routing.within("2001:db8::/55", ["2001:db8::/56", "2001:db8:0:100::/56"])
	not routing.within("10.0.0.0/14", ["10.0.0.0/16", "10.1.0.0/16"])
	not routing.within("10.0.0.0/15", ["10.0.0.0/16", "10.2.0.0/16"])
	not routing.within("0.0.0.0/0", ["10.0.0.0/16"])
	not routing.within("0.0.0.0/0", [])
	not routing.within("::/0", ["2001:db8::/56"])
}

test_families_do_not_mix if {
	not routing.within("::/0", ["0.0.0.0/0"])
	not routing.within("10.0.0.0/8", ["::/0"])
}

test_short_ids_name_whole_arns_only if {
	routing.names("arn:aws:ec2:eu-west-1:111122223333:vpc-peering-connection/pcx-1", "pcx-1")
	not routing.names("arn:aws:ec2:eu-west-1:111122223333:vpc-peering-connection/pcx-11", "pcx-1")
}
