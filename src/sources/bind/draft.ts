import type { Edge, EstateNode, GapDraft } from "../../model/index.js";
import type { Open } from "./master-file.js";
import type { BindPlace } from "./place.js";

/** A named.conf, and a way to open the files beside it. */
export interface BindFile extends BindPlace {
  readonly text: string;
  readonly open: Open;
}

/** What one server becomes. */
export interface Draft {
  readonly file: BindFile;
  readonly scope: EstateNode["scope"];
  readonly nodes: EstateNode[];
  readonly edges: Edge[];
  gap(reason: GapDraft["reason"], message: string, where: Where): void;
}

interface Where {
  readonly path?: string;
  readonly line: number;
  readonly touches: NonNullable<GapDraft["touches"]>;
}
