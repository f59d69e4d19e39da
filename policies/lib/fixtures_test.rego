# Builders of small input documents for the tests of policies.
package lib.fixtures

node(kind, type, id, is) := {"id": id, "kind": kind, "type": type, "label": id, "is": is}

# A document of one subject; `related` holds the segments and facts beside it.
document(subject, related) := object.union({"subject": subject}, related)

group(is) := node("filter", "aws.security-group", "sg-1", object.union(
	{"name": "web", "description": "web servers", "isDefault": false, "stateful": true},
	is,
))

acl(is) := node("filter", "aws.network-acl", "acl-1", object.union(
	{"name": "acl-1", "description": null, "isDefault": false, "stateful": false},
	is,
))

balancer(is) := node("load-balancer", "aws.load-balancer", "alb-1", object.union(
	{"name": "shop", "balancerType": "application", "scheme": "internet-facing", "attributes": null},
	is,
))

chain := node("filter", "nftables.chain", "edge/filter/input", {
	"name": "input",
	"description": null,
	"isDefault": false,
	"stateful": true,
})

rule(id) := {"id": id, "label": id}

# An entry of a network ACL that matches every ingress packet of IPv4, changed by `over`.
entry(order, over) := node("rule", "aws.network-acl-entry", sprintf("acl-1#%s/%d", [is.direction, order]), is) if {
	is := object.union(
		{
			"direction": "ingress",
			"action": "allow",
			"order": order,
			"family": "ipv4",
			"protocols": null,
			"ports": null,
			"sourcePorts": null,
			"icmp": null,
			"peers": [{"cidr": "0.0.0.0/0"}],
			"localPeers": null,
			"established": false,
			"description": null,
			"unmodelled": [],
		},
		over,
	)
}

# A route to a target of a type; `via.id` is the type too.
route(destination, type) := {
	"destination": destination,
	"prefixList": null,
	"via": {"type": type, "id": type},
	"state": "active",
	"origin": "static",
}

tcp(from, to) := {"protocol": "tcp", "from": from, "to": to}

udp(from, to) := {"protocol": "udp", "from": from, "to": to}

every_port(protocol) := {"protocol": protocol, "from": 0, "to": 65535}

# A cause that admits the whole IPv4 internet, changed by `over`.
cause(openings, over) := object.union(
	{
		"family": "ipv4",
		"rules": [rule("r1")],
		"openings": openings,
		"breadth": "internet",
		"peers": ["0.0.0.0/0"],
		"morePeers": 0,
		"publicPrefix": 0,
		"allPorts": false,
	},
	over,
)

ipv6 := {"family": "ipv6", "peers": ["::/0"]}

everything := cause([every_port("all")], {"allPorts": true})

from_address := {"breadth": "public", "peers": ["203.0.113.9/32"], "publicPrefix": 32}

ingress(subject, causes) := document(subject, {"exposure": {"ingress": causes, "egress": []}})

egress(subject, causes) := document(subject, {"exposure": {"ingress": [], "egress": causes}})

keys(found) := {finding.key | some finding in found}

messages(found) := [finding.message | some finding in found]

# A way into a role: anybody of another account, changed by `over`.
way(over) := object.union(
	{
		"statement": 0,
		"sid": "Ci",
		"call": "AssumeRole",
		"party": {
			"type": "account",
			"name": "111122223333",
			"account": "111122223333",
			"exists": null,
			"relation": "same-account",
		},
		"except": [],
		"keys": {},
		"conditions": [],
		"issuer": null,
		"tagsSession": false,
		"setsSource": false,
		"exact": true,
	},
	over,
)

# A place in the United States that the class does not allow, changed by `over`.
place(over) := object.union(
	{
		"how": "lies",
		"placeType": "region",
		"name": "us-east-1",
		"region": "us-east-1",
		"site": null,
		"partition": "aws",
		"country": "US",
		"jurisdictions": ["US"],
		"account": "111122223333",
		"copies": 1,
		"trace": [
			{"node": "store-1", "label": "store-1", "why": "store"},
			{"node": "copy-1", "label": "copy-1", "why": "snapshot"},
		],
		"refusedBy": ["personal"],
		"undecidedBy": [],
	},
	over,
)

on_outpost := place({"placeType": "outpost", "name": "op-1", "country": "AT", "refusedBy": []})

place_key(over) := object.union(
	{
		"key": "key-1",
		"encrypts": "store-1",
		"manager": "customer",
		"replica": false,
		"region": "us-east-1",
		"country": "US",
		"refusedBy": ["personal"],
		"undecidedBy": [],
	},
	over,
)

# What is told of personal data at these places.
placed(places) := {"declared": true, "classes": ["personal"], "places": places, "keys": [], "shared": []}

# A snapshot that is shared with another account, or with everybody.
shared(relation) := object.union(placed([]), {"shared": [{
	"copy": "snap-1",
	"label": "snap-1",
	"with": whom(relation),
	"relation": relation,
}]})

whom(relation) := "all" if relation == "everyone"

whom(relation) := "444455556666" if relation != "everyone"

# A store that is backed up every day, changed by `over`.
backups(over) := object.union(
	{
		"classes": ["personal"],
		"copies": [],
		"rules": [{
			"rule": "rule-1",
			"label": "daily",
			"everySeconds": 86400,
			"keepDays": 35,
			"continuous": false,
			"destinations": [],
		}],
		"lossSeconds": 86400,
		"keepDays": 35,
		"otherRegion": true,
		"otherAccount": true,
		"locked": true,
		"airGapped": true,
		"exists": true,
	},
	over,
)

# A place that a replication rule takes data to.
replica(region) := place({
	"how": "goes",
	"name": region,
	"region": region,
	"trace": [
		{"node": "store-1", "label": "store-1", "why": "store"},
		{"node": "rule-1", "label": "rule-1", "why": "replication"},
	],
})
