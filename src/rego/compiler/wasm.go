package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	opacompile "github.com/open-policy-agent/opa/v1/compile"
)

// reason tells why a policy's document cannot be shared between copies.
type reason struct {
	Message string `json:"message"`
}

// compilePolicies checks every policy and builds one WASM module with an entry point for each kind.
func compilePolicies(modules *moduleSet, req *request) *response {
	compiler, found := modules.check(false)
	if len(found) > 0 {
		return refuse(found)
	}
	gate := newBuiltinGate(req.HostBuiltins)
	var metas []*policyMeta
	for _, file := range modules.files {
		if file.Role == "test" {
			continue
		}
		gate.check(file.ast, &found)
		if file.Role != "policy" {
			continue
		}
		meta := readMeta(file, &req.Vocabulary, &found)
		if meta == nil {
			continue
		}
		document := req.Vocabulary.documentOf(meta, &found)
		checkFindings(file, &found)
		checkReads(compiler, file, document, &found)
		metas = append(metas, meta)
	}
	if len(found) > 0 {
		return refuse(found)
	}
	slices.SortFunc(metas, func(a, b *policyMeta) int { return strings.Compare(a.ID, b.ID) })
	groups, source, err := groupModules(metas, compiler)
	if err != nil {
		return &response{Opa: opaVersion, Crash: err.Error()}
	}
	names := make([]string, 0, len(groups))
	for _, group := range groups {
		names = append(names, group.Name)
	}
	wasm, err := modules.build(names, source)
	if err != nil {
		var opa ast.Errors
		if errors.As(err, &opa) {
			found.addOpa(opa)
			return refuse(found)
		}
		return &response{Opa: opaVersion, Crash: err.Error()}
	}
	return &response{Opa: opaVersion, Wasm: wasm, Policies: metas, Entrypoints: groups, Params: paramsOf(metas)}
}

// build compiles all files but tests, and the generated ones, for the entry points.
func (s *moduleSet) build(entrypoints []string, generated map[string]*ast.Module) ([]byte, error) {
	return s.buildWith(entrypoints, generated, false)
}

func (s *moduleSet) buildWith(entrypoints []string, generated map[string]*ast.Module, withTests bool) ([]byte, error) {
	if len(entrypoints) == 0 {
		return nil, nil
	}
	set := bundle.Bundle{Manifest: bundle.Manifest{Revision: "", Roots: &[]string{""}}, Data: map[string]any{}}
	for _, file := range s.files {
		if file.Role == "test" && !withTests {
			continue
		}
		set.Modules = append(set.Modules, bundle.ModuleFile{URL: file.Path, Path: file.Path, Raw: []byte(file.Text), Parsed: file.ast})
	}
	for _, name := range sortedKeys(generated) {
		set.Modules = append(set.Modules, bundle.ModuleFile{URL: name, Path: name, Raw: []byte(generated[name].String()), Parsed: generated[name]})
	}
	compiler := opacompile.New().WithTarget(opacompile.TargetWasm).WithEntrypoints(entrypoints...).WithBundle(&set).WithRegoVersion(ast.RegoV1)
	if err := compiler.Build(context.Background()); err != nil {
		return nil, err
	}
	built := compiler.Bundle()
	if len(built.WasmModules) != 1 {
		return nil, fmt.Errorf("OPA built %d WASM modules instead of one", len(built.WasmModules))
	}
	return built.WasmModules[0].Raw, nil
}

// checkFindings: a policy without findings would pass everything.
func checkFindings(file *moduleFile, found *diagnostics) {
	for _, rule := range file.ast.Rules {
		if rule.Head.Name.String() == "findings" || rule.Head.Ref().String() == "findings" {
			return
		}
	}
	found.add(file.ast.Package.Location, "causeway_findings", "the policy has no rule `findings contains finding if { … }`, so it would pass everything")
}

// groupModules writes, for each subject kind, a module whose result holds the findings of all its policies,
// and the ids of those that do not apply; policies without findings are left out, which keeps results small.
func groupModules(metas []*policyMeta, compiler *ast.Compiler) ([]entrypoint, map[string]*ast.Module, error) {
	byKind := map[string][]*policyMeta{}
	for _, meta := range metas {
		byKind[meta.Subject] = append(byKind[meta.Subject], meta)
	}
	groups := []entrypoint{}
	modules := map[string]*ast.Module{}
	for _, kind := range sortedKeys(byKind) {
		pkg := "causeway.group_" + strings.ReplaceAll(kind, "-", "_")
		group := entrypoint{Name: strings.ReplaceAll(pkg, ".", "/") + "/result", Kind: kind}
		var text strings.Builder
		fmt.Fprintf(&text, "package %s\n\nresult := {\"f\": f, \"na\": na}\n\nf[p] := v if { false; p := \"\"; v := \"\" }\n\nna contains p if { false; p := \"\" }\n", pkg)
		for _, meta := range byKind[kind] {
			group.Policies = append(group.Policies, meta.ID)
			guard := typeGuard(meta.Types)
			applies := ""
			if hasRule(compiler, meta.Package, "applicable") {
				applies = fmt.Sprintf("data.%s.applicable; ", meta.Package)
				fmt.Fprintf(&text, "\nna contains %q if { %snot data.%s.applicable }\n", meta.ID, guard, meta.Package)
			}
			fmt.Fprintf(&text, "\nf[%q] := v if { %s%sv := data.%s.findings; count(v) > 0 }\n", meta.ID, guard, applies, meta.Package)
		}
		module, err := ast.ParseModuleWithOpts(pkg, text.String(), ast.ParserOptions{RegoVersion: ast.RegoV1})
		if err != nil {
			return nil, nil, err
		}
		modules["causeway/"+kind+".rego"] = module
		groups = append(groups, group)
	}
	return groups, modules, nil
}

func typeGuard(types []string) string {
	if len(types) == 0 {
		return ""
	}
	quoted := make([]string, len(types))
	for i, name := range types {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	if len(types) == 1 {
		return fmt.Sprintf("input.subject.type == %s; ", quoted[0])
	}
	return fmt.Sprintf("input.subject.type in {%s}; ", strings.Join(quoted, ", "))
}

func hasRule(compiler *ast.Compiler, pkg, name string) bool {
	ref, err := ast.ParseRef("data." + pkg + "." + name)
	return err == nil && len(compiler.GetRules(ref)) > 0
}

// paramsOf is the defaults as data.params holds them: area, policy, name.
func paramsOf(metas []*policyMeta) map[string]any {
	out := map[string]any{}
	for _, meta := range metas {
		if len(meta.Parameters) == 0 {
			continue
		}
		area, name, _ := strings.Cut(meta.ID, "/")
		if out[area] == nil {
			out[area] = map[string]any{}
		}
		values := map[string]any{}
		for key, parameter := range meta.Parameters {
			values[key] = parameter.Default
		}
		out[area].(map[string]any)[name] = values
	}
	return out
}
