const NAMED = /(?:^|\/)named\.conf$/;
const STATEMENT = /^\s*(?:options\s*\{|(?:zone|view|acl|include)\s+"|logging\s*\{|controls\s*\{)/m;

/** Whether a saved file is the configuration of a BIND server, and not one that such a file takes in. */
export function isBindConfig({ path, text }: { readonly path: string; readonly text: string }): boolean {
  return NAMED.test(path) && STATEMENT.test(text);
}
