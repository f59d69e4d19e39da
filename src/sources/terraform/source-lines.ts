import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { moduleSteps } from "./address.js";

/** One file of the Terraform sources; `path` has slashes and is relative to the root module's folder. */
export interface TerraformFile {
  readonly path: string;
  readonly text: string;
}

/** Where resources stand in the sources, so that results point at lines that the pull request changes. */
export class SourceLines {
  private readonly places = new Map<string, { path: string; line: number }>();

  constructor(
    files: readonly TerraformFile[],
    private readonly configuration: JsonObject,
  ) {
    for (const { path, text } of files) {
      const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
      for (const { type, name, line } of resourcesIn(text))
        this.places.set(`${folder}\n${type}.${name}`, { path, line });
    }
  }

  of(module: string, type: string, name: string): { path: string; line: number } | undefined {
    const folder = this.folderOf(module);
    return folder === undefined ? undefined : this.places.get(`${folder}\n${type}.${name}`);
  }

  /** Only modules by relative path lie in the sources. */
  private folderOf(module: string): string | undefined {
    let at: Json | undefined = this.configuration["root_module"];
    let folder: string[] = [];
    for (const { name: call } of moduleSteps(module)) {
      const calls: Json | undefined = isObject(at) ? at["module_calls"] : undefined;
      const own: Json | undefined = isObject(calls) ? calls[call] : undefined;
      const source = isObject(own) ? own["source"] : undefined;
      if (typeof source !== "string" || !source.startsWith(".")) return undefined;
      folder = joined(folder, source.split("/"));
      at = isObject(own) ? own["module"] : undefined;
    }
    return folder.join("/");
  }
}

function joined(folder: readonly string[], parts: readonly string[]): string[] {
  const out = [...folder];
  for (const part of parts) {
    if (part === ".." && out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (part !== "." && part !== "") out.push(part);
  }
  return out;
}

const RESOURCE = /^\s*resource\s+"([^"]+)"\s+"([^"]+)"/;

/** The resource blocks of a file; comments and heredocs are passed over. */
function* resourcesIn(text: string): Generator<{ type: string; name: string; line: number }> {
  let heredoc: string | undefined;
  let comment = false;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (heredoc !== undefined) {
      if (line.trim() === heredoc) heredoc = undefined;
      continue;
    }
    if (comment) {
      comment = !line.includes("*/");
      continue;
    }
    const match = RESOURCE.exec(line);
    if (match !== null) yield { type: match[1] ?? "", name: match[2] ?? "", line: index + 1 };
    const code = line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/(?:#|\/\/).*$/, "");
    heredoc = /<<[-~]?([A-Za-z_]\w*)\s*$/.exec(code)?.[1];
    const opened = code.lastIndexOf("/*");
    comment = opened >= 0 && code.indexOf("*/", opened) < 0;
  }
}
