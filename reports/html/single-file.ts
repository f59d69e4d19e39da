import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page may do: run this script, use this style sheet, and nothing else (https://www.w3.org/TR/CSP3/). */
function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** Puts the one script and the one style sheet into the page, with the policy that allows only them. */
export function singleFile(fileName: string): Plugin {
  return {
    name: "single-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      let [page, script, style] = ["", "", ""];
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === "chunk") script += output.code;
        else if (name.endsWith(".css")) style += String(output.source);
        else if (name.endsWith(".html")) page = String(output.source);
        delete bundle[name];
      }
      // An inline script ends at `</script` and changes its reading at `<!--`, even inside a string.
      script = script.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
      style = style.trim();
      const bare = page
        .replace(/\s*<link[^>]*rel="stylesheet"[^>]*>/g, "")
        .replace(/\s*<script[^>]*src=[^>]*><\/script>/g, "");
      const source = bare
        .replace(
          "<title>",
          () =>
            `<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">\n    <title>`,
        )
        .replace("</head>", () => `  <style>${style}</style>\n  </head>`)
        .replace("</body>", () => `  <script type="module">${script}</script>\n  </body>`);
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}
