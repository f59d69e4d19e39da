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
	gate := newBuiltinGate()
	for _, module := range checked.Modules {
		gate.check(module, &found)
	}
	written := modules.asWritten()
	res := &response{Opa: opaVersion, Params: params, NotOpaque: map[string]*reason{}}
	for _, file := range modules.files {
		meta := metas[file.Path]
		if file.Role == "test" {
			continue
		}
		found = append(found, checkFormats(file.ast, modules.ownWords(file))...)
		if meta == nil {
			continue
		}
		w := &interpreter{compiler: checked, meta: meta, params: params, written: written, found: &found, remembered: map[string]*value{}}
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
	for _, file := range s.declared {
		if meta := readMeta(file, words, found); meta != nil {
			meta.addDefaults(params)
		}
	}
	for _, file := range s.files {
		if file.Role != "policy" {
			continue
		}
		if meta := readMeta(file, words, found); meta != nil {
			metas[file.Path] = meta
			meta.addDefaults(params)
		}
	}
	return metas, params
}

// addDefaults lays the policy's parameters under params.<area>.<name>.
func (m *policyMeta) addDefaults(params map[string]any) {
	if len(m.Parameters) == 0 {
		return
	}
	area, name, _ := strings.Cut(m.ID, "/")
	inArea, there := params[area].(map[string]any)
	if !there {
		inArea = map[string]any{}
		params[area] = inArea
	}
	defaults := map[string]any{}
	for parameter, entry := range m.Parameters {
		defaults[parameter] = entry.Default
	}
	inArea[name] = defaults
}

// build runs OPA's WASM back end over the parsed modules and the generated ones, which it may change.
func (s *moduleSet) build(names []string, generated map[string]string, withTests bool) ([]byte, error) {
	linked := &bundle.Bundle{Data: map[string]any{}}
	linked.Manifest.Init()
	for _, file := range s.files {
		if withTests || file.Role != "test" {
			module := file.ast.Copy()
			rewriteCalls(module, s.ownWords(file))
			linked.Modules = append(linked.Modules, bundle.ModuleFile{URL: file.Path, Path: file.Path, Parsed: module})
		}
	}
	texts := map[string]string{hostPath: hostRego}
	maps.Copy(texts, generated)
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		module, err := ast.ParseModuleWithOpts(path, texts[path], ast.ParserOptions{RegoVersion: ast.RegoV1})
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
