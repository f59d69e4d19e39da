package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// moduleSet is the parsed sources, in path order.
type moduleSet struct {
	files  []*moduleFile
	errors diagnostics
}

type moduleFile struct {
	source
	ast *ast.Module
}

func parse(sources []source) *moduleSet {
	slices.SortFunc(sources, func(a, b source) int { return strings.Compare(a.Path, b.Path) })
	set := &moduleSet{}
	options := ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1}
	for i, src := range sources {
		if i > 0 && sources[i-1].Path == src.Path {
			set.errors.add(&ast.Location{File: src.Path, Row: 1, Col: 1}, "causeway_path", "the file is given twice")
			continue
		}
		module, err := ast.ParseModuleWithOpts(src.Path, src.Text, options)
		if err != nil {
			set.errors.addOpa(err)
			continue
		}
		if module == nil {
			set.errors.add(&ast.Location{File: src.Path, Row: 1, Col: 1}, "rego_parse_error", "the file is empty")
			continue
		}
		set.files = append(set.files, &moduleFile{source: src, ast: module})
	}
	set.checkPackages()
	return set
}

// checkPackages holds the package of a file to its path, so that a policy's id says where it lies and no
// two files add to each other unseen.
func (s *moduleSet) checkPackages() {
	owners := map[string]*moduleFile{}
	for _, file := range s.files {
		have := packageName(file.ast)
		switch file.Role {
		case "policy":
			want := "policies." + strings.ReplaceAll(file.Policy, "/", ".")
			if have != want {
				s.errors.add(file.ast.Package.Location, "causeway_package", fmt.Sprintf("the package must be %s, as the path says; it is %s", want, have))
			}
		case "lib":
			if have != "lib" && !strings.HasPrefix(have, "lib.") {
				s.errors.add(file.ast.Package.Location, "causeway_package", fmt.Sprintf("the package of a library must begin with lib.; it is %s", have))
			}
		case "test":
			if first, _, _ := strings.Cut(have, "."); first != "lib" && first != "policies" {
				s.errors.add(file.ast.Package.Location, "causeway_package", fmt.Sprintf("the package of a test must begin with policies. or lib.; it is %s", have))
			}
			continue
		default:
			s.errors.add(&ast.Location{File: file.Path, Row: 1, Col: 1}, "causeway_path", "a Rego file must be <area>/<name>/policy.rego, lie in lib/, or end in _test.rego")
		}
		if first, taken := owners[have]; taken && (file.Role == "policy" || first.Origin != file.Origin) {
			s.errors.add(file.ast.Package.Location, "causeway_package", fmt.Sprintf("package %s is already defined by %s", have, first.Path))
		}
		owners[have] = file
	}
}

// packageName is the dotted package path without `data`.
func packageName(module *ast.Module) string {
	return strings.TrimPrefix(module.Package.Path.String(), "data.")
}

// check runs OPA's own compiler over the files and returns it, or what it found. Rules keep their
// places; the parsed modules are left as they are.
func (s *moduleSet) check(withTests bool) (*ast.Compiler, diagnostics) {
	var found diagnostics
	modules := map[string]*ast.Module{}
	for _, file := range s.files {
		if withTests || file.Role != "test" {
			modules[file.Path] = file.ast
		}
	}
	compiler := ast.NewCompiler().SetErrorLimit(50).WithEnablePrintStatements(false)
	compiler.Compile(modules)
	if compiler.Failed() {
		found.addOpa(compiler.Errors)
	}
	return compiler, found
}
