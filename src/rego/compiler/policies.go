package main

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	opacompile "github.com/open-policy-agent/opa/v1/compile"
)

// compilePolicies checks everything that can be known before a run and builds the WASM.
func compilePolicies(modules *moduleSet, req *request) *response {
	checked, found := modules.check(false)
	metas, params := modules.metadata(&req.Vocabulary, &found)
	if len(found) > 0 {
		return refuse(found)
	}
	gate := newBuiltinGate(req.HostBuiltins)
	for _, module := range checked.Modules {
		gate.check(module, &found)
	}
	res := &response{Opa: opaVersion, Params: params, NotOpaque: map[string]*reason{}}
	for _, file := range modules.files {
		meta := metas[file.Path]
		if file.Role == "test" {
			continue
		}
		found = append(found, checkFormats(file.ast)...)
		if meta == nil {
			continue
		}
		w := &interpreter{compiler: checked, meta: meta, params: params, found: &found, remembered: map[string]*value{}}
		w.input = req.Vocabulary.documentOf(meta, &found)
		w.judge(file)
		if w.reason != nil {
			res.NotOpaque[meta.ID] = w.reason
		}
		res.Policies = append(res.Policies, meta)
	}
	if len(found) > 0 {
		return refuse(found)
	}
	slices.SortFunc(res.Policies, func(a, b *policyMeta) int { return strings.Compare(a.ID, b.ID) })
	generated, entrypoints := generate(res.Policies, checked)
	res.Entrypoints = entrypoints
	if len(entrypoints) == 0 {
		return res
	}
	var names []string
	for _, entry := range entrypoints {
		names = append(names, entry.Name)
	}
	for _, meta := range res.Policies {
		names = append(names, single(meta))
	}
	wasm, err := modules.build(names, generated, false)
	if err != nil {
		found.addOpa(err)
		return refuse(found)
	}
	res.Wasm = wasm
	return res
}

// metadata reads the METADATA of all policies; params is what data.params holds by default.
func (s *moduleSet) metadata(words *vocabulary, found *diagnostics) (metas map[string]*policyMeta, params map[string]any) {
	metas, params = map[string]*policyMeta{}, map[string]any{}
	for _, file := range s.files {
		if file.Role != "policy" {
			continue
		}
		meta := readMeta(file, words, found)
		if meta == nil {
			continue
		}
		metas[file.Path] = meta
		if len(meta.Parameters) == 0 {
			continue
		}
		area, name, _ := strings.Cut(meta.ID, "/")
		inArea, there := params[area].(map[string]any)
		if !there {
			inArea = map[string]any{}
			params[area] = inArea
		}
		defaults := map[string]any{}
		for parameter, entry := range meta.Parameters {
			defaults[parameter] = entry.Default
		}
		inArea[name] = defaults
	}
	return metas, params
}

// build runs OPA's WASM back end over the parsed modules and the generated ones, which it may change.
func (s *moduleSet) build(names []string, generated map[string]string, withTests bool) ([]byte, error) {
	linked := &bundle.Bundle{Data: map[string]any{}}
	linked.Manifest.Init()
	for _, file := range s.files {
		if withTests || file.Role != "test" {
			module := file.ast.Copy()
			rewriteFormats(module)
			linked.Modules = append(linked.Modules, bundle.ModuleFile{URL: file.Path, Path: file.Path, Parsed: module})
		}
	}
	for _, path := range slices.Sorted(maps.Keys(generated)) {
		module, err := ast.ParseModuleWithOpts(path, generated[path], ast.ParserOptions{RegoVersion: ast.RegoV1})
		if err != nil {
			return nil, err
		}
		linked.Modules = append(linked.Modules, bundle.ModuleFile{URL: path, Path: path, Parsed: module})
	}
	linked.SetRegoVersion(ast.RegoV1)
	c := opacompile.New().WithTarget(opacompile.TargetWasm).WithBundle(linked).WithPruneUnused(true).WithEntrypoints(names...)
	if err := c.Build(context.Background()); err != nil {
		return nil, err
	}
	return c.Bundle().WasmModules[0].Raw, nil
}
