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
	not leaves_accounts_open(way, name)
}

# A pattern of ARNs that leaves the account open is met by a role of that name in any account.
leaves_accounts_open(way, name) if {
	name in {"aws:principalarn", "aws:sourcearn"}
	tests := [test | some test in way.conditions; lower(test.key) == name; not contains(lower(test.operator), "not")]
	count(tests) > 0
	every test in tests {
		some value in test.values
		not names_owner(value)
	}
}

names_owner(arn) if not regex.match(`[*?]`, arn)

names_owner(arn) if regex.match(`^arn:[^:]*:[^:]*:[^:]*:([0-9]{12}|\$\{[^}]*\}):`, arn)

# Names of buckets are nobody else's.
names_owner(arn) if regex.match(`^arn:[^:]*:s3:::[^*?]`, arn)

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
