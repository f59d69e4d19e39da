import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";

export const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Why the page cannot be driven here; undefined where it can. */
export const missing = existsSync(CHROMIUM) ? undefined : `no Chromium at ${CHROMIUM}`;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Opened {
  readonly page: Page;
  /** Everything the page complained of: console errors, uncaught errors, refused requests. */
  readonly complaints: readonly string[];
  /** Every address that the page asked for, but for the file itself. */
  readonly requests: readonly string[];
}

/** A browser of its own, with no network, whose pages are files. */
export class Browser {
  readonly #folder = mkdtempSync(join(tmpdir(), "causeway-page-"));
  #context: BrowserContext | undefined;

  async start(): Promise<void> {
    this.#context = await chromium.launchPersistentContext(join(this.#folder, "profile"), {
      executablePath: CHROMIUM,
      args: FLAGS,
      viewport: { width: 1280, height: 900 },
    });
    await this.#context.setOffline(true);
  }

  async open(html: string, hash = ""): Promise<Opened> {
    const file = join(this.#folder, `${Math.random().toString(36).slice(2)}.html`);
    writeFileSync(file, html);
    if (this.#context === undefined) throw new Error("the browser was not started");
    const page = await this.#context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", async (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    const url = pathToFileURL(file).href;
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) requests.push(request.url());
    });
    await page.goto(`${url}${hash}`);
    await page.locator("main h2").first().waitFor();
    return { page, complaints, requests };
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
