package main

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// parameters names the parameters that nothing reads, neither the policy nor a library.
func (l *linter) parameters(checked *ast.Compiler, metas map[string]*policyMeta) {
	used := usedParameters(checked)
	for _, file := range l.modules.files {
		meta := metas[file.Path]
		if meta == nil || meta.Origin != l.scope {
			continue
		}
		for _, name := range sortedKeys(meta.Parameters) {
			if !used[meta.ID+"/"+name] && !used[meta.ID] && !used[""] {
				l.add("warning", meta.block.place(name), [2]string{"unused_parameter", fmt.Sprintf("policy %s declares the parameter %s, and nothing reads it", meta.ID, name)})
			}
		}
	}
}

// usedParameters are the parameters that some rule names, as area/policy/parameter; area/policy or nothing
// where the rest is worked out.
func usedParameters(checked *ast.Compiler) map[string]bool {
	used := map[string]bool{}
	note := func(ref ast.Ref) bool {
		if len(ref) < 2 || !ref[0].Equal(ast.DefaultRootDocument) || !ref[1].Equal(ast.StringTerm("params")) {
			return false
		}
		place := ""
		for i, key := range ref[2:] {
			name, constant := key.Value.(ast.String)
			if !constant || i == 3 {
				break
			}
			if i > 0 {
				place += "/"
			}
			place += string(name)
		}
		if len(ref) < 4 {
			place = ""
		}
		used[place] = true
		return false
	}
	for _, module := range checked.Modules {
		ast.WalkRefs(module, note)
	}
	return used
}
