/** HTML that is known to be escaped; a plain string is not. */
export type Html = { html: string };

/** What may stand in a template: plain values are escaped, lists are joined, null and false are nothing. */
export type Part = Html | string | number | null | false | Part[];

/** Escapes the five characters that mean something in HTML text and attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function render(part: Part): string {
  if (part === null || part === false) return "";
  if (Array.isArray(part)) return part.map(render).join("");
  if (typeof part === "object") return part.html;
  return escapeHtml(String(part));
}

/** A template whose values are escaped unless they are Html themselves. Attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return {
    html: strings.reduce((all, text, at) => all + text + (at < values.length ? render(values[at] ?? null) : ""), ""),
  };
}
