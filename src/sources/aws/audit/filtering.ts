import type { FactsByKind, Json } from "../../../model/index.js";
import { quoted } from "../block.js";
import type { Item } from "../item.js";
import { casesOf, expressionOf } from "./json-pattern.js";

type Filtering = Pick<FactsByKind["metric-filter"], "pattern" | "patternType" | "expression" | "cases">;

/** Patterns have at most 1024 characters (API_PutMetricFilter). */
const LONGEST = 4096;

/** Which lines of a log a filter takes. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
export function filteringOf(item: Item): Filtering {
  const pattern = item.text("filterPattern") ?? "";
  const plain = pattern.trim();
  const none = { pattern, expression: null, cases: null };
  const narrowed = item.text("fieldSelectionCriteria") || null;
  if (narrowed !== null)
    item.gap("unmodelled", `It takes lines by where they come from as well: ${quoted(narrowed)}`);
  if (plain === "") return { ...none, patternType: "everything", cases: [[]] };
  if (!plain.startsWith("{")) return { ...none, patternType: plain.startsWith("[") ? "columns" : "text" };
  const expression = plain.length > LONGEST || !plain.endsWith("}") ? null : expressionOf(plain.slice(1, -1));
  if (expression === null) {
    item.gap("unmodelled", `Which lines it takes is not understood: ${quoted(plain)}`);
    return { ...none, patternType: "unknown" };
  }
  const cases = casesOf(expression);
  if (cases === null) item.gap("unmodelled", "It takes lines in more cases than can be told");
  return { pattern, patternType: "json", expression: expression as Json, cases };
}
