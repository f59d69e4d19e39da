import type { Delta, Report } from "../model/index.js";
import { pageData } from "./page-data.js";

export interface HtmlOptions {
  /** The built page (`dist/report/page.html`), with one place for the data. */
  readonly template: string;
}

/** Stands in the template where the data goes; the page's build writes it. */
export const DATA_PLACE = '"__CAUSEWAY_REPORT__"';

// Inside a script element only `<` can end it or open a comment (HTML §13.2.6.4); `>` and `&` are
// escaped for readers that are not HTML5 parsers, U+2028 and U+2029 for those that read it as script.
const UNSAFE = /[<>&\u2028\u2029]/g;

/** The report as one page that opens from disk: the built template with the report's data put in. */
export function renderHtml(input: Report | Delta, { template }: HtmlOptions): string {
  const [before, after, ...more] = template.split(DATA_PLACE);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`the page's template must hold ${DATA_PLACE} exactly once`);
  }
  return before + embeddable(pageData(input)) + after;
}

function embeddable(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
