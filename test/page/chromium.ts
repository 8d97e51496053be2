import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executablePath = process.env["CHROMIUM"] ?? PLACES.find((path) => existsSync(path));

/** Why these tests cannot run here, or false. */
export const noChromium: string | false =
  executablePath === undefined ? "no Chromium is installed here (apt-get install chromium)" : false;

/** A real Chromium with a new profile of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? "", args: FLAGS });
}

export type Look = { width: number; scheme: "light" | "dark"; locale?: string; scripts?: boolean };

/** A tab in that look, scripts off, which notes whatever the console or the network complains of. */
export async function openPage(browser: Browser, look: Look): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    javaScriptEnabled: look.scripts === true,
    colorScheme: look.scheme,
    viewport: { width: look.width, height: 800 },
    locale: look.locale ?? "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) =>
    complaints.push(`failed: ${request.url()}: ${request.failure()?.errorText ?? "for no reason given"}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { page, complaints };
}
