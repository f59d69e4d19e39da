package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// moduleSet is the parsed sources, in path order.
type moduleSet struct {
	files    []*moduleFile
	declared []*moduleFile // policies that do not take part, whose parameters libraries read
	unread   []source      // what does not parse
	errors   diagnostics
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
		start := &ast.Location{File: src.Path, Row: 1, Col: 1}
		if i > 0 && sources[i-1].Path == src.Path {
			set.errors.add(start, "causeway_path", "the file is given twice")
			continue
		}
		if problem := nameProblem(src.Policy); problem != "" {
			set.errors.add(start, "causeway_path", problem)
			continue
		}
		module, err := parseOnce(src, options)
		if err != nil {
			set.errors.addOpa(err)
			set.unread = append(set.unread, src)
			continue
		}
		if module == nil {
			set.errors.add(start, "rego_parse_error", "the file is empty")
			continue
		}
		file := &moduleFile{source: src, ast: module}
		if src.Role == "declaration" {
			set.declared = append(set.declared, file)
			continue
		}
		set.files = append(set.files, file)
	}
	set.checkPackages()
	return set
}

// known are files that were parsed for an earlier request, by path. Most of them come again unchanged.
var known = map[string]*moduleFile{}

// parseOnce parses a file, or takes it as it was parsed before. Tests are parsed each time: they are renamed.
func parseOnce(src source, options ast.ParserOptions) (*ast.Module, error) {
	if before := known[src.Path]; before != nil && before.Text == src.Text {
		return before.ast, nil
	}
	module, err := ast.ParseModuleWithOpts(src.Path, src.Text, options)
	if err == nil && module != nil && src.Role != "test" {
		known[src.Path] = &moduleFile{source: src, ast: module}
	}
	return module, err
}

var packageWord = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// nameProblem: the folders of a policy are the words of its package, so they must be such words.
func nameProblem(policy string) string {
	for _, word := range strings.Split(policy, "/") {
		where := fmt.Sprintf("and the folders of a policy name its package (policies.%s); rename the folder", strings.ReplaceAll(policy, "/", "."))
		if slices.Contains(ast.KeywordsV1[:], word) {
			return fmt.Sprintf("`%s` is a reserved word of Rego, %s", word, where)
		}
		if policy != "" && !packageWord.MatchString(word) {
			return fmt.Sprintf("`%s` is more than letters, digits and _, %s", word, where)
		}
	}
	return ""
}

// checkPackages holds the package of a file to its path, so that a policy's id says where it lies and no
// two files add to each other unseen.
func (s *moduleSet) checkPackages() {
	owners, policies := map[string]*moduleFile{}, map[string]bool{}
	for _, file := range s.files {
		policies[file.Policy] = policies[file.Policy] || file.Role == "policy"
	}
	for _, src := range s.unread {
		policies[src.Policy] = policies[src.Policy] || src.Role == "policy"
	}
	for _, file := range s.files {
		start := &ast.Location{File: file.Path, Row: 1, Col: 1}
		have := packageName(file.ast)
		switch {
		case file.Role == "other":
			s.errors.add(start, "causeway_path", "a Rego file must be <area>/<name>/policy.rego or lie beside one, lie in lib/, or end in _test.rego"+folderAbove(have))
		case file.Role == "part" && !policies[file.Policy]:
			s.errors.add(start, "causeway_path", fmt.Sprintf("there is no %s/policy.rego, which must hold the METADATA of the policy", file.Policy))
		}
		if problem := file.packageProblem(have); problem != "" {
			s.errors.add(file.ast.Package.Location, "causeway_package", problem)
		}
		if file.Role == "test" {
			continue
		}
		if first, taken := owners[have]; taken && (first.Policy != file.Policy || first.Origin != file.Origin || first.Role == file.Role && file.Role == "policy") {
			s.errors.add(file.ast.Package.Location, "causeway_package", fmt.Sprintf("package %s is already defined by %s", have, first.Path))
		}
		owners[have] = file
	}
}

// folderAbove: somebody who names the area instead of the folder above it learns so by the package.
func folderAbove(have string) string {
	words := strings.Split(have, ".")
	if len(words) != 3 || words[0] != "policies" {
		return ""
	}
	return fmt.Sprintf("; name the folder that holds %s/%s/policy.rego", words[1], words[2])
}

// packageProblem says what is wrong with the package of a file, or nothing.
func (f *moduleFile) packageProblem(have string) string {
	want := "policies." + strings.ReplaceAll(f.Policy, "/", ".")
	first, _, _ := strings.Cut(have, ".")
	switch {
	case f.Role == "policy" && have != want:
		return fmt.Sprintf("the package must be %s, as the path says; it is %s", want, have)
	case f.Role == "part" && have != want && !strings.HasPrefix(have, want+"."):
		return fmt.Sprintf("the package must be %s or begin with %s., as the path says; it is %s", want, want, have)
	case f.Role == "lib" && first != "lib":
		return fmt.Sprintf("the package of a library must begin with lib.; it is %s", have)
	case f.Role == "test" && first != "lib" && first != "policies":
		return fmt.Sprintf("the package of a test must begin with policies. or lib.; it is %s", have)
	}
	return ""
}

// packageName is the dotted package path without `data`.
func packageName(module *ast.Module) string {
	return strings.TrimPrefix(module.Package.Path.String(), "data.")
}

// check runs OPA's own compiler over the files and returns it, or what it found. Rules keep their
// places; the parsed modules are left as they are.
func (s *moduleSet) check(withTests bool) (*ast.Compiler, diagnostics) {
	return s.checkWith(ast.NewCompiler().WithEnablePrintStatements(false), withTests)
}

func (s *moduleSet) checkWith(compiler *ast.Compiler, withTests bool) (*ast.Compiler, diagnostics) {
	var found diagnostics
	modules := map[string]*ast.Module{}
	for _, file := range s.files {
		if withTests || file.Role != "test" {
			modules[file.Path] = file.ast
		}
	}
	compiler.SetErrorLimit(50).Compile(modules)
	if compiler.Failed() {
		found.addOpa(compiler.Errors)
		s.locate(modules, found)
	}
	return compiler, found
}

// locate finds the file of what OPA found without a place, by checking each file with the libraries alone.
func (s *moduleSet) locate(modules map[string]*ast.Module, found diagnostics) {
	for i := range found {
		if found[i].Path != "" {
			continue
		}
		for _, file := range s.files {
			if part := s.withLibraries(file, modules); part != nil && says(part, found[i].Message) {
				found[i].Path, found[i].Line, found[i].Column = file.Path, file.ast.Package.Location.Row, 1
				break
			}
		}
	}
}

// withLibraries is the file with all that it may lean on; nil where it is not part of the modules.
func (s *moduleSet) withLibraries(file *moduleFile, modules map[string]*ast.Module) map[string]*ast.Module {
	if modules[file.Path] == nil {
		return nil
	}
	out := map[string]*ast.Module{}
	for _, other := range s.files {
		if other == file || other.Role == "lib" || other.Policy == file.Policy {
			out[other.Path] = other.ast
		}
	}
	return out
}

func says(modules map[string]*ast.Module, message string) bool {
	compiler := ast.NewCompiler().SetErrorLimit(50).WithEnablePrintStatements(false)
	compiler.Compile(modules)
	var found diagnostics
	if compiler.Failed() {
		found.addOpa(compiler.Errors)
	}
	return slices.ContainsFunc(found, func(one diagnostic) bool { return one.Message == message })
}
