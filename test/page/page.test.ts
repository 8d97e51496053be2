import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { serve, type Site } from "../http/support.ts";
import { ADD_SCRIPT, FAINT_TEXTS, FOCUS_OUTLINE, GROUND_BRIGHTNESS, UNNAMED_FIELDS, WIDTH } from "./in-page.ts";
import { type Look, noChromium, openBrowser, openPage } from "./chromium.ts";

/** The pages as a real Chromium shows them: scripts off, light and dark, on a phone and on a desk. */

const PATHS = ["/", "/?past=1", "/models/openai-api/sol-1", "/sources"];
const LOOKS: Look[] = [
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark", locale: "zh-CN" },
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
];

describe("the page in Chromium", { skip: noChromium, concurrency: 4 }, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([serve(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
    assert.deepEqual(site.errors, []);
  });

  for (const look of LOOKS) {
    it(`fits ${look.width} px in ${look.scheme}, ${look.locale ?? "en-GB"}, without a complaint`, async () => {
      const { page, complaints } = await openPage(browser, look);
      for (const path of PATHS) {
        // To go on while the icon is still on its way would abort it, and an aborted request is a complaint.
        await page.goto(site.url + path, { waitUntil: "networkidle" });
        const wide = await page.evaluate<number>(WIDTH);
        assert.ok(wide <= look.width, `${path} is ${wide} px wide`);
        assert.equal((await page.evaluate<number>(GROUND_BRIGHTNESS)) > 128, look.scheme === "light");
        assert.deepEqual(await page.evaluate<string[]>(FAINT_TEXTS), [], `${path}: too little contrast`);
      }
      assert.equal(await page.locator("html").getAttribute("lang"), look.locale ?? "en");
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it("filters with a form and no script, by keyboard alone", async () => {
    const { page } = await openPage(browser, { width: 1280, scheme: "light" });
    await page.goto(site.url);
    assert.equal(await page.evaluate<number>("document.scripts.length"), 0);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate<string>("document.activeElement.className"), "skip");
    assert.ok(
      ((await page.locator(".skip").boundingBox())?.x ?? -1) >= 0,
      "the skip link is not seen when it has the focus",
    );
    await page.getByLabel("Search a model").focus();
    assert.match(await page.evaluate<string>(FOCUS_OUTLINE), /^(?!none|0px).*3px/);
    await page.keyboard.type("sol 1");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=sol\+1/);
    assert.deepEqual(await page.locator("td.name").allTextContents(), ["sol-1"]);
    await page.getByRole("link", { name: "Clear the filter" }).click();
    await page.getByLabel("Where").selectOption("azure");
    await page.getByRole("button", { name: "Show" }).click();
    assert.deepEqual(await page.locator("td.name").allTextContents(), ["luna-mini (2024-08-06)"]);
    await page.context().close();
  });

  it("shows the focus on everything that can be reached", async () => {
    const { page } = await openPage(browser, { width: 360, scheme: "dark" });
    await page.goto(site.url);
    const stops = await page.locator("a[href], button, input, select").count();
    for (let at = 0; at < stops; at += 1) {
      await page.keyboard.press("Tab");
      assert.match(await page.evaluate<string>(FOCUS_OUTLINE), /3px/, `stop ${at}`);
    }
    await page.context().close();
  });

  it("has landmarks, one heading of the first level, labels, and a table to screen readers on a phone too", async () => {
    const { page } = await openPage(browser, { width: 360, scheme: "light" });
    await page.goto(site.url);
    for (const role of ["banner", "main", "contentinfo", "search", "table"] as const)
      assert.equal(await page.getByRole(role).count(), 1, role);
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    assert.equal(await page.getByRole("columnheader").count(), 5);
    assert.equal(await page.getByRole("link", { name: "December 2026: 2 shutdowns" }).count(), 1);
    assert.equal(await page.evaluate<number>(UNNAMED_FIELDS), 0);
    await page.context().close();
  });

  it("runs no script, even where the browser would", async () => {
    const { page, complaints } = await openPage(browser, { width: 1280, scheme: "light", scripts: true });
    await page.goto(`${site.url}/?past=1&q=${encodeURIComponent("<script>document.title='bad'</script>")}`);
    assert.match(await page.title(), /^Sundown/);
    assert.match(await page.evaluate<string>(ADD_SCRIPT), /^Sundown/);
    assert.ok(
      complaints.every((words) => words.includes("Content Security Policy")),
      complaints.join(),
    );
    await page.context().close();
  });

  it("shows what to do next on the first screen of a phone when nothing fits a search", async () => {
    const { page } = await openPage(browser, { width: 390, scheme: "light" });
    await page.goto(`${site.url}/?q=sol-99`);
    assert.match((await page.locator("h1").textContent()) ?? "", /No matches for “sol-99”/);
    const next = await page.getByRole("link", { name: "Look among past and current models too" }).boundingBox();
    assert.ok(next !== null && next.y + next.height < 800, JSON.stringify(next));
    await page.context().close();
  });
});
