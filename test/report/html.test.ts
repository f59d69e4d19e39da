import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { DATA_PLACE } from "../../src/report/html.js";
import { renderHtml } from "../../src/report/index.js";
import { pageData } from "../../src/report/page-data.js";
import { hostileReport, sampleDelta, sampleReport } from "./sample.js";
import { builtTemplate } from "./template.js";

let template = "";
beforeAll(async () => {
  template = await builtTemplate();
});

const embedded = (html: string) =>
  /<script type="application\/json" id="report">(.*?)<\/script>/s.exec(html)?.[1] ?? "";

describe("the page's template", () => {
  it("is one file that names no other, and whose policy allows only its own script and style", () => {
    expect(template).not.toMatch(/\b(?:src|srcset)=/);
    expect(template).not.toMatch(/<link\b/);
    expect(template).not.toMatch(/url\(|@import/);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(template)?.[1] ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+';/);
    expect(policy).not.toContain("unsafe");
  });

  it("is the same bytes when built again", async () => {
    expect(await builtTemplate()).toBe(template);
  });

  it("is small", () => {
    expect(template.length).toBeLessThan(100_000);
  });

  it("is valid HTML", async () => {
    const judge = new HtmlValidate({
      extends: ["html-validate:standard"],
      // The pages of a build are minified; the rest is about style.
      rules: {
        "no-trailing-whitespace": "off",
        "long-title": "off",
        "no-inline-style": "off",
        "require-csp-nonce": "off",
        "require-sri": "off",
      },
    });
    const { results } = await judge.validateString(renderHtml(sampleReport(), { template }));
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });
});

describe("the data in the page", () => {
  it("is everything that the page shows, and nothing that can end the script element", () => {
    for (const input of [sampleReport(), sampleDelta(), hostileReport()]) {
      const html = renderHtml(input, { template });
      expect(embedded(html)).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(embedded(html))).toEqual(JSON.parse(JSON.stringify(pageData(input))));
      expect(html.replace(embedded(html), () => DATA_PLACE)).toBe(template);
    }
  });

  it("goes in as it is, even where it looks like a replacement pattern or the place itself", () => {
    expect(embedded(renderHtml(hostileReport(), { template }))).toContain(
      "$\\u0026 $1 $' $` __CAUSEWAY_REPORT__",
    );
  });

  it("is refused by a template without a place for it, or with two", () => {
    expect(() => renderHtml(sampleReport(), { template: "<html></html>" })).toThrow(/exactly once/);
    expect(() => renderHtml(sampleReport(), { template: DATA_PLACE + DATA_PLACE })).toThrow(/exactly once/);
  });
});
