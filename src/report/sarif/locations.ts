import type { Location, LogicalLocation, PhysicalLocation } from "sarif";
import type { Evidence, NodeRef, Provenance } from "../../model/index.js";
import { cut, visible } from "../visible.js";
import { messageOf } from "./message.js";
import { relativeUri } from "./uri.js";

const MAX_NAME = 512;

/** Where a fact was read. GitHub wants all four bounds; what is known is where it begins. */
export function physical(at: Provenance): PhysicalLocation {
  const startLine = at.line ?? 1;
  const startColumn = at.column ?? 1;
  return {
    artifactLocation: { uri: relativeUri(at.uri) },
    region: { startLine, startColumn, endLine: startLine, endColumn: startColumn + 1 },
  };
}

function logical(node: NodeRef): LogicalLocation {
  return {
    fullyQualifiedName: cut(visible(node.id), MAX_NAME),
    name: cut(visible(node.label), MAX_NAME),
    kind: "resource",
    properties: { kind: node.kind, type: visible(node.type), ...origin(node.at) },
  };
}

/** A node's place in the file or answer, and in the estate. */
export function nodeLocation(node: NodeRef): Location {
  return { physicalLocation: physical(node.at), logicalLocations: [logical(node)] };
}

/** What shows the finding: each step with the place it was read from, numbered from 1. */
export function evidenceLocation(evidence: Evidence, id: number): Location {
  return {
    id,
    message: messageOf(evidence.text),
    ...(evidence.at === undefined
      ? {}
      : { physicalLocation: physical(evidence.at), properties: origin(evidence.at) }),
    ...(evidence.node === undefined
      ? {}
      : {
          logicalLocations: [{ fullyQualifiedName: cut(visible(evidence.node), MAX_NAME), kind: "resource" }],
        }),
  };
}

/** The part of a provenance that a physical location has no member for. */
export function origin(at: Provenance): Record<string, string> {
  const { source, call, account, region, pointer, id, address, time } = at;
  const members = Object.entries({ source, call, account, region, pointer, id, address, time });
  return Object.fromEntries(
    members.flatMap(([name, value]) => (value === undefined ? [] : [[name, cut(visible(value), MAX_NAME)]])),
  );
}
