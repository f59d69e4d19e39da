package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// generate writes the entry points: for each subject kind one rule over its opaque policies and one over
// the others. The value is {"f": {policy id: findings}, "na": [policy ids]}; a policy that judged and
// found nothing is in neither, and so is one that does not judge the subject's type.
func generate(policies []*policyMeta, compiler *ast.Compiler) (map[string]string, []entrypoint) {
	groups := map[string][]*policyMeta{}
	for _, meta := range policies {
		name := "plain"
		if meta.Opaque {
			name = "opaque"
		}
		name = meta.Subject + "/" + name
		groups[name] = append(groups[name], meta)
	}
	modules := map[string]string{}
	var entrypoints []entrypoint
	for _, name := range sortedKeys(groups) {
		kind, rule, _ := strings.Cut(name, "/")
		entry := entrypoint{Name: "causeway/" + name + "/result", Kind: kind, Opaque: rule == "opaque"}
		g := &group{path: fmt.Sprintf("causeway[%q].%s", kind, rule), compiler: compiler}
		for _, meta := range groups[name] {
			entry.Policies = append(entry.Policies, meta.ID)
			g.add(meta)
		}
		entrypoints = append(entrypoints, entry)
		modules["causeway/"+name+".rego"] = g.text()
	}
	for _, meta := range policies {
		g := &group{path: "causeway.policy." + strings.TrimPrefix(meta.Package, "policies."), compiler: compiler}
		g.add(meta)
		modules["causeway/policy/"+meta.ID+".rego"] = g.text()
	}
	return modules, entrypoints
}

// single is the entry point that judges by one policy alone, for a host that must find out which policy of
// a group cannot be evaluated. It stands in the WASM, not in the manifest.
func single(meta *policyMeta) string { return "causeway/policy/" + meta.ID + "/result" }

// group writes the module of one entry point. The shape of the text is chosen by measuring what OPA makes
// of it: names with a variable keep all policies in one function, and one test of the subject's type
// serves every policy that judges the same types.
type group struct {
	path     string
	compiler *ast.Compiler
	types    []string
	found    strings.Builder
	not      strings.Builder
}

func (g *group) add(meta *policyMeta) {
	pkg := "data." + meta.Package
	var guard string
	if len(meta.Types) > 0 {
		guard = fmt.Sprintf("types_%d; ", g.typesRule(meta.Types))
	}
	condition := ""
	if len(g.compiler.GetRulesExact(ast.MustParseRef(pkg+".applicable"))) > 0 {
		fmt.Fprintf(&g.not, "na contains id if { %snot %s.applicable; id := %q }\n", guard, pkg, meta.ID)
		condition = pkg + ".applicable; "
	}
	some := "found != set()"
	if g.compiler.GetRulesExact(ast.MustParseRef(pkg + ".findings"))[0].Head.RuleKind() == ast.SingleValue {
		some += "; found != []"
	}
	fmt.Fprintf(&g.found, "f[id] := found if { %s%sfound := %s.findings; %s; id := %q }\n", guard, condition, pkg, some, meta.ID)
}

func (g *group) typesRule(types []string) int {
	types = slices.Sorted(slices.Values(types))
	key := ""
	for _, name := range slices.Compact(types) {
		key += fmt.Sprintf("types_@ if input.subject.type == %q\n", name)
	}
	index := slices.Index(g.types, key)
	if index < 0 {
		index = len(g.types)
		g.types = append(g.types, key)
	}
	return index
}

func (g *group) text() string {
	var out strings.Builder
	fmt.Fprintf(&out, "package %s\nresult := {\"f\": f, \"na\": na}\n", g.path)
	for i, rule := range g.types {
		out.WriteString(strings.ReplaceAll(rule, "@", fmt.Sprint(i)))
	}
	if g.not.Len() == 0 {
		out.WriteString("na := []\n")
	}
	out.WriteString(g.found.String())
	out.WriteString(g.not.String())
	return out.String()
}
