import type { CivilDate } from "../../core/fact.ts";
import type { Messages } from "../../core/messages.ts";
import { type Html, html } from "./html.ts";
import { ICON, STYLE } from "./style.ts";

/** What every page needs: its words, and the time it is made for. */
export type Frame = { messages: Messages; today: CivilDate; now: number };

/** A whole page, with nothing but itself: no scripts, no fonts, no images from elsewhere. */
export function layout(frame: Frame, request: { title: string | null; path: string; body: Html; foot?: Html }): string {
  const { messages } = frame;
  const { page } = messages;
  const current = (path: string) => (path === request.path ? html` aria-current="page"` : null);
  const title = request.title === null ? `Sundown: ${page.shutdowns}` : `${request.title} · Sundown`;
  return `<!doctype html>\n${
    html`<html lang="${messages.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><meta name="description" content="${page.tagline}"><link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="RSS"><link rel="alternate" type="application/feed+json" href="/feed.json" title="JSON Feed">
<style>${{ html: STYLE }}</style></head><body><a class="skip" href="#main">${page.skip}</a>
<header><div class="bar"><a class="home" href="/">${{ html: ICON }}Sundown</a>
<nav aria-label="${page.nav}"><a href="/"${current("/")}>${page.shutdowns}</a><a href="/sources"${current("/sources")}>${page.sources}</a></nav></div></header>
<main id="main" tabindex="-1">${request.body}</main>
<footer><p>${page.footer}</p><nav aria-label="${page.subscribe}"><ul><li>${page.subscribe}${messages.colon}</li><li><a href="/calendar.ics">${page.calendar} (iCalendar)</a></li><li><a href="/feed.xml">RSS</a></li><li><a href="/feed.json">JSON Feed</a></li><li><a href="/timeline.png">PNG</a></li></ul></nav>${request.foot ?? null}</footer></body></html>`
      .html
  }`;
}
