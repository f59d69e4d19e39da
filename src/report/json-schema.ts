import { DeltaSchema, ReportSchema } from "../model/index.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** A published schema: its file name below reports/schema, and its text. */
export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

/** The schemas of what `renderJson` writes, generated from the model's own declarations. */
export function schemaFiles(): SchemaFile[] {
  return [
    file("delta.schema.json", "Two runs of Causeway compared", DeltaSchema),
    file("report.schema.json", "One run of Causeway", ReportSchema),
  ];
}

function file(name: string, title: string, schema: object): SchemaFile {
  const text = `${JSON.stringify({ $schema: DIALECT, $id: name, title, ...schema }, null, 2)}\n`;
  return { name, text };
}
