import type { CivilDate } from "../../core/fact.ts";
import type { Messages } from "../../core/messages.ts";
import type { StatusMatch } from "../../core/model.ts";
import { nameOf } from "../names.ts";
import { type Html, html } from "./html.ts";
import { urgency } from "./parts.ts";

const MONTHS = 12;
const MOST_DOTS = 40;

/** The anchor of a month's rows in the table. */
export function monthAnchor(month: string): string {
  return `m-${month}`;
}

/**
 * The next twelve months, this one first, as a list that needs no script: a dot per shutdown, and in words how many. A
 * month with any leads to its rows in the table. On a narrow screen the months stand below each other.
 */
export function timeline(matches: readonly StatusMatch[], today: CivilDate, messages: Messages): Html {
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  const short = new Intl.DateTimeFormat(messages.tag, { month: "short", timeZone: "UTC" });
  const months = Array.from({ length: MONTHS }, (_, at) => first.add({ months: at }));
  return html`<ol class="months">${months.map((month) => {
    const key = month.toString().slice(0, 7);
    const ending = matches.filter((match) => match.shutdown?.startsWith(key) && match.shutdown >= today);
    const name = short.format(new Date(`${month.toString()}T00:00:00Z`));
    const words = messages.page.month(messages.date(month.toString(), "month"), ending.length);
    const label = html`<span aria-hidden="true">${name}</span><b aria-hidden="true">${ending.length === 0 ? "·" : ending.length}</b>`;
    const dots = ending.slice(0, MOST_DOTS).map((match) => {
      const title = `${nameOf(match)}${messages.colon}${messages.date(match.shutdown ?? today, match.precision)}`;
      return html`<span class="dot ${urgency(match.days_left)}" title="${title}"></span>`;
    });
    const more = ending.length > MOST_DOTS ? html`<span class="more">+${ending.length - MOST_DOTS}</span>` : null;
    return html`<li>${
      ending.length === 0
        ? html`<span class="label" role="img" aria-label="${words}">${label}</span>`
        : html`<a class="label" href="#${monthAnchor(key)}" aria-label="${words}">${label}</a>`
    }<span class="dots" aria-hidden="true">${dots}${more}</span></li>`;
  })}</ol>`;
}
