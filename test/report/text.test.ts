import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/index.js";
import { renderText } from "../../src/report/index.js";
import { columnsOf, wrap } from "../../src/report/text/wrap.js";
import { cut, visible } from "../../src/report/visible.js";
import { anyDelta, anyReport } from "./arbitrary.js";
import { EXCEPTION, finding, hostileReport, node, rule, sampleDelta, sampleReport } from "./sample.js";

const clean = (): Report => ({
  ...sampleReport(),
  findings: [],
  undecided: [],
  gaps: [],
  exceptions: { expired: [], unmatched: [] },
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

describe("the summary for a terminal", () => {
  it("is, for the sample run, exactly the golden file", async () => {
    await expect(renderText(sampleReport(), { open: ["out/report.html"] })).toMatchFileSnapshot(
      "golden/run.golden.txt",
    );
  });

  it("is, for the sample change, exactly the golden file", async () => {
    await expect(renderText(sampleDelta(), { open: ["out/report.html"] })).toMatchFileSnapshot(
      "golden/change.golden.txt",
    );
  });

  it("is, in a narrow terminal, exactly the golden file", async () => {
    await expect(renderText(sampleReport(), { columns: 40 })).toMatchFileSnapshot("golden/narrow.golden.txt");
  });

  it("counts one open rule behind 400 interfaces as one thing to fix", () => {
    const findings = Array.from({ length: 400 }, (_, index) =>
      finding("a/b", "high", { subject: node(`eni-${index}`), cause: rule("sg-1") }),
    );
    const text = renderText({ ...sampleReport(), findings });
    expect(text).toContain("1 thing to fix, behind 400 findings");
    expect(text).toContain("400 findings on 400 subjects");
  });

  it("puts the worst first and says how much more there is", () => {
    const severities = ["info", "low", "critical", "medium", "high"] as const;
    const findings = severities.map((severity) =>
      finding(`a/${severity}`, severity, { cause: node(severity), message: `${severity} thing` }),
    );
    const text = renderText({ ...sampleReport(), findings }, { limit: 2 });
    expect(text.indexOf("CRITICAL")).toBeLessThan(text.indexOf("HIGH"));
    expect(text).not.toContain("MEDIUM");
    expect(text).toContain("… and 3 more things to fix (3 findings), in the reports.");
  });

  it("says what was accepted in another state, at the finding and among the exceptions", () => {
    const findings = [1, 2].map((index) =>
      finding("a/b", "high", { subject: node(`sg-${index}`), reopened: EXCEPTION }),
    );
    const text = renderText({ ...clean(), findings }, { columns: 200 });
    expect(text).toContain(
      "  accepted reopened: was accepted in another state (platform@example.com, SEC-12)",
    );
    expect(text.replace(/\s+/g, " ")).toContain(
      "reopened network/no_ssh_from_internet on sg-7: 2 findings reopened: was accepted in another state",
    );
  });

  it("says how many policies were switched off, and by what", () => {
    const switchedOff = ["a/b", "c/d"].map((policy) => ({
      policy,
      why: "disabled by profile p (base.yaml:4)",
    }));
    const text = renderText({ ...clean(), switchedOff });
    expect(text).toContain("2 policies were switched off (causeway policies list)");
    expect(text).toContain("  2       disabled by profile p (base.yaml:4)");
  });

  it("says who changed what is to be mended, where that was looked up", () => {
    const lastChange = {
      who: "arn:aws:iam::1:user/ada",
      when: "2026-02-03T00:00:00Z",
      from: null,
      event: "X",
    };
    const findings = [finding("a/b", "high", { cause: { ...rule("sg-1"), lastChange } })];
    const text = renderText({ ...sampleReport(), findings });
    expect(text).toContain("by arn:aws:iam::1:user/ada on 2026-02-03T00:00:00Z (X)");
  });

  it("never calls a run clean in which something could not be judged", () => {
    expect(renderText(clean())).toContain("Nothing to fix");
    const blind = renderText({ ...clean(), undecided: sampleReport().undecided, gaps: sampleReport().gaps });
    expect(blind).toContain("this is not a pass");
    expect(blind).not.toContain("Nothing to fix");
    expect(renderText({ ...clean(), policies: [] })).toContain("nothing was judged");
  });

  it("has colour only when asked for, and then says the same", () => {
    const plain = renderText(sampleReport());
    const coloured = renderText(sampleReport(), { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escapes.
    const escapes = /\u001b\[\d+m/g;
    expect(plain).not.toMatch(escapes);
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, "")).toBe(plain);
  });

  it("lets no collected text act on the terminal", () => {
    expect(renderText(hostileReport(), { limit: 100 })).not.toMatch(ACTING);
    fc.assert(
      fc.property(fc.oneof(anyReport, anyDelta), (input) => !ACTING.test(renderText(input))),
      { numRuns: 100 },
    );
  });

  it("keeps within the width of the terminal, for any run", () => {
    const widest = (text: string) => Math.max(...text.split("\n").map(columnsOf));
    fc.assert(
      fc.property(fc.oneof(anyReport, anyDelta), fc.integer({ min: 40, max: 110 }), (input, columns) => {
        expect(widest(renderText(input, { columns }))).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 60 },
    );
  });
});

describe("text made visible", () => {
  it("writes out what would act or hide", () => {
    expect(visible("a\u001b[31mb\u202ec\r\n\td\u0000\ud800")).toBe("a\\u001b[31mb\\u202ec d\\u0000\\ud800");
    expect(visible("\u{e0041}é漢字🙂")).toBe("\\u{e0041}é漢字🙂");
  });

  it("is cut without splitting a character", () => {
    expect(cut("🙂🙂", 3)).toBe("🙂… (2 more characters)");
    expect(cut("abc", 3)).toBe("abc");
  });

  it("wraps wide characters by the columns they take, and loses none", () => {
    expect(wrap("漢字漢字 ab", 4)).toEqual(["漢字", "漢字", "ab"]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(visible(text).replaceAll(" ", ""));
        expect(lines.every((line) => columnsOf(line) <= width)).toBe(true);
      }),
    );
  });
});
