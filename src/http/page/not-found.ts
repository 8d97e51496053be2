import { html } from "./html.ts";
import { type Frame, layout } from "./layout.ts";

/** What a browser shows for an address that is not here: what to do next. */
export function notFoundPage(frame: Frame, guess: string): string {
  const { page } = frame.messages;
  const body = html`<h1>${page.notFound}</h1><p>${page.notFoundHelp}</p>
<form class="filter" method="get" action="/" role="search"><label class="wide">${page.search}<input type="search" name="q" value="${guess}" maxlength="200"></label><input type="hidden" name="past" value="1"><button>${page.apply}</button></form>`;
  return layout(frame, { title: page.notFound, path: "", body });
}
