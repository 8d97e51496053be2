import { type Html, html } from "./html.ts";

/** One style sheet for all pages: system fonts, light and dark by the reader's own setting, nothing fetched. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#5c5c66;--paper:#fff;--line:#d9d9e0;--panel:#f5f5f8;--late:#b3261e;--soon:#9a5b00;--far:#1f6f43;--accent:#3b4cca}
@media(prefers-color-scheme:dark){:root{--ink:#ececf1;--soft:#a5a5b1;--paper:#16161a;--line:#34343d;--panel:#1f1f25;--late:#ff8a80;--soon:#ffb95c;--far:#7ed6a5;--accent:#aab4ff}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main,header,footer{max-width:68rem;margin:0 auto;padding:1rem}header{display:flex;gap:1rem;align-items:baseline;flex-wrap:wrap}
header a.home{font-weight:700;font-size:1.2rem;color:inherit;text-decoration:none}nav{display:flex;gap:1rem;flex-wrap:wrap}a{color:var(--accent)}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.15rem;margin-top:2rem}.soft{color:var(--soft)}
form.filter{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end;background:var(--panel);padding:.75rem;border-radius:.5rem}
form.filter label{display:grid;font-size:.85rem;color:var(--soft)}input,select,button{font:inherit;padding:.4rem .6rem;border:1px solid var(--line);border-radius:.35rem;background:var(--paper);color:var(--ink)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin-top:1rem}th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
th{font-size:.85rem;color:var(--soft)}code{font:.95em ui-monospace,monospace;overflow-wrap:anywhere}.late{color:var(--late);font-weight:600}.soon{color:var(--soon);font-weight:600}.far{color:var(--far)}
.timeline{width:100%;height:auto;margin-top:1rem}.timeline text{fill:var(--soft);font:12px system-ui,sans-serif}.timeline line{stroke:var(--line)}
blockquote{margin:.5rem 0;padding:.4rem .8rem;border-left:3px solid var(--line);color:var(--soft)}dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}dt{color:var(--soft)}dd{margin:0}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
`;

/** A whole page. No scripts: the content security policy forbids them. */
export function layout(request: {
  title: string;
  language: string;
  body: Html;
  words: { models: string; sources: string };
}): string {
  return `<!doctype html>\n${
    html`<html lang="${request.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${request.title}</title><link rel="alternate" type="application/rss+xml" href="/feed.xml" title="RSS"><link rel="alternate" type="application/feed+json" href="/feed.json" title="JSON Feed">
<style>${{ html: STYLE }}</style></head><body><a class="skip" href="#main">Skip to content</a>
<header><a class="home" href="/">Sundown</a><nav aria-label="Pages"><a href="/">${request.words.models}</a><a href="/sources">${request.words.sources}</a><a href="/calendar.ics">iCal</a><a href="/feed.xml">RSS</a></nav></header>
<main id="main">${request.body}</main></body></html>`.html
  }`;
}

/** https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP: own styles only, no script, no frame. */
export const PAGE_HEADERS: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};
