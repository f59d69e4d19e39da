# Ways into a role, from the fact `trust`.
package lib.trust

# "statement 2 (Ci)": where the trust policy says so.
statement(way) := sprintf("statement %d%s", [way.statement + 1, named(way)]) if way.statement != null

statement(way) := sprintf("the statement%s", [named(way)]) if way.statement == null

named(way) := sprintf(" (%s)", [way.sid]) if way.sid != null

named(way) := "" if way.sid == null

# The same way in every run: its statement, its call and whom it names.
key(way) := sprintf("%s/%s/%v", [way.call, way.party.name, way.statement])

# A key of the request is asked for, and not every value of it will do.
bound(way, name) if {
	pinned := way.keys[name]
	pinned.required
	not pinned.any
}

# Keys that tell who asks, or from whose resource: without one of them, anyone is anyone.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html
identity_keys := {
	"aws:principalaccount",
	"aws:principalarn",
	"aws:principalorgid",
	"aws:principalorgpaths",
	"aws:sourceaccount",
	"aws:sourcearn",
	"aws:sourceorgid",
	"aws:sourceorgpaths",
	"aws:userid",
	"aws:username",
}

identified(way) if {
	some name in identity_keys
	bound(way, name)
}

# Somebody signed in with a second factor.
second_factor(way) if {
	pinned := way.keys["aws:multifactorauthpresent"]
	pinned.required
	pinned.values == ["true"]
}

second_factor(way) if way.keys["aws:multifactorauthage"].required

evidence(way, role) := {
	"text": sprintf("%s of the trust policy lets %s call %s", [statement(way), way.party.name, way.call]),
	"node": role.id,
}
