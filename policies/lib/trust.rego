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

# A chain of the fact `chains`, step by step.
steps(chain) := [{
	"text": sprintf("%s %s %s%s", [step.from.name, words[step.how], step.to.name, place(step)]),
	"node": step.to.name,
} |
	some step in chain.steps
]

place(step) := sprintf(" (statement %d of its trust policy)", [step.statement + 1]) if step.statement != null

place(step) := "" if step.statement == null

words := {
	"assumes": "takes",
	"signs-in": "signs in as",
	"presents-token": "presents a token to become",
	"presents-certificate": "presents a certificate to become",
	"assigned": "is assigned",
	"pooled": "is given",
	"serves": "is trusted by",
	"passes": "gives to something of its own",
	"rewrites": "rewrites a function that has",
	"commands": "commands a machine that has",
}
