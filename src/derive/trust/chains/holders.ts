import type { EstateNode } from "../../../model/index.js";
import { DOORS } from "./doors.js";
import type { Ground } from "./ground.js";

/** What has a role, and can be made to do as somebody says. */
export function addHolders({ graph, doors, profiles, web }: Ground): void {
  const [rewrites, ...commands] = DOORS.filter(({ how }) => how === "rewrites" || how === "commands");
  for (const id of graph.each("function")) {
    const node = graph.node(id) as EstateNode<"function">;
    const vertex = typeof node.is.role === "string" ? web.find("role", node.is.role) : undefined;
    const account = node.scope.account ?? "";
    if (vertex !== undefined && rewrites !== undefined)
      doors.add(rewrites, account, { resource: id, vertex, account, way: null, by: node.label });
  }
  for (const id of graph.each("host")) {
    const { is, scope, label } = graph.node(id) as EstateNode<"host">;
    const vertex = profiles.get(is.instanceProfile ?? "");
    const { account = "", partition = "aws", region } = scope;
    const resource = `arn:${partition}:ec2:${region}:${account}:instance/${id}`;
    if (vertex !== undefined)
      for (const kind of commands)
        doors.add(kind, account, { resource, vertex, account, way: null, by: label });
  }
}
