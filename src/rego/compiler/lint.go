package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// problem is something that an author should know; its code is the name of the rule.
type problem struct {
	Level string `json:"level"` // error (it does not compile), warning or hint
	diagnostic
}

// linter gathers problems. Errors are told of all files, the rest of those that somebody asked about: the
// user's own where there are any, else the built-in ones.
type linter struct {
	modules *moduleSet
	req     *request
	scope   string
	errors  diagnostics
	out     map[string]diagnostics // by level
}

func lint(modules *moduleSet, req *request) *response {
	modules.separateTests()
	l := &linter{modules: modules, req: req, scope: "built-in", errors: modules.errors, out: map[string]diagnostics{}}
	if slices.ContainsFunc(req.Modules, func(src source) bool { return src.Origin == "custom" }) {
		l.scope = "custom"
	}
	checked, touched := modules.mend(&l.errors)
	metas, params := modules.metadata(&req.Vocabulary, &l.errors)
	l.calls(checked)
	if checked != nil {
		l.policies(checked, metas, follow{params: params, touched: touched})
		l.parameters(checked, metas)
	}
	for _, file := range modules.files {
		if file.Origin == l.scope {
			l.format(file)
		}
	}
	if len(l.errors) == 0 {
		l.tests(checked, metas, params)
	}
	return &response{Opa: opaVersion, Problems: l.problems()}
}

func (l *linter) problems() []problem {
	l.out["error"] = l.errors
	found := []problem{}
	for _, level := range []string{"error", "warning", "hint"} {
		for _, one := range l.out[level].sorted() {
			found = append(found, problem{level, one})
		}
	}
	return found
}

func (l *linter) add(level string, loc *ast.Location, said [2]string) {
	found := l.out[level]
	found.add(loc, said[0], said[1])
	l.out[level] = found
}

// calls checks what may be called, and the formats of texts.
func (l *linter) calls(checked *ast.Compiler) {
	gate := newBuiltinGate()
	for _, file := range l.modules.files {
		if file.Role == "test" {
			continue
		}
		module := file.ast
		if checked != nil && checked.Modules[file.Path] != nil {
			module = checked.Modules[file.Path]
		}
		gate.check(module, &l.errors)
		l.errors = append(l.errors, checkFormats(file.ast, l.modules.ownWords(file))...)
	}
}

// follow is what the interpreter needs, and the files that lean on what does not compile.
type follow struct {
	params  map[string]any
	touched map[string]bool
}

func (l *linter) policies(checked *ast.Compiler, metas map[string]*policyMeta, with follow) {
	written := l.modules.asWritten()
	for _, file := range l.modules.files {
		meta := metas[file.Path]
		if meta == nil {
			continue
		}
		if meta.Origin == l.scope {
			l.metadata(meta)
			l.absence(file, meta)
		}
		if with.touched[file.Path] {
			continue
		}
		before := len(l.errors)
		w := &interpreter{compiler: checked, meta: meta, params: with.params, written: written, found: &l.errors, remembered: map[string]*value{}}
		w.input = l.req.Vocabulary.documentOf(meta, &l.errors)
		w.judge(file)
		if len(l.errors) > before || meta.Origin != l.scope {
			continue
		}
		if w.reason != nil {
			loc := &ast.Location{File: w.reason.Path, Row: w.reason.Line, Col: w.reason.Column}
			l.add("hint", loc, [2]string{"not_opaque", fmt.Sprintf("policy %s is judged for each of many equal copies: %s", meta.ID, w.reason.Message)})
		}
		for _, path := range w.unread() {
			l.add("warning", meta.readsAt, [2]string{"unread", fmt.Sprintf("policy %s reads %s and never looks at it, so that gaps there make it unknown for nothing", meta.ID, path)})
		}
	}
}

// metadata looks for what the skeleton wrote and nobody replaced, and for references that cannot be followed.
func (l *linter) metadata(meta *policyMeta) {
	texts := map[string]string{"title": meta.Title, "description": meta.Description, "remediation": meta.Remediation}
	for _, key := range sortedKeys(texts) {
		if slices.Contains(l.req.Placeholders, texts[key]) {
			l.add("warning", meta.block.place(key), [2]string{"placeholder", fmt.Sprintf("%s still says %q", key, texts[key])})
		}
	}
	at := meta.block.place("related_resources")
	if len(meta.References) == 0 {
		l.add("warning", at, [2]string{"no_references", "related_resources names no page that says why"})
	}
	for _, reference := range meta.References {
		if !strings.HasPrefix(reference, "https://") {
			l.add("warning", at, [2]string{"not_https", fmt.Sprintf("related_resources: %s does not begin with https://", reference)})
		}
	}
}

// format says where a file first differs from what `opa fmt` writes.
func (l *linter) format(file *moduleFile) {
	text, err := format.SourceWithOpts(file.Path, []byte(file.Text), format.Opts{RegoVersion: ast.RegoV1})
	if err != nil || string(text) == file.Text {
		return
	}
	have, want := strings.Split(file.Text, "\n"), strings.Split(string(text), "\n")
	row := 0
	for row < len(have)-1 && row < len(want)-1 && have[row] == want[row] {
		row++
	}
	loc := &ast.Location{File: file.Path, Row: row + 1, Col: 1}
	l.add("warning", loc, [2]string{"format", "is not formatted as opa fmt does"})
}
