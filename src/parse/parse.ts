import type { SourceForm } from "../core/source.ts";
import type { Doc } from "./document.ts";
import { detectForm } from "./form.ts";
import { parseHtml } from "./html.ts";
import { parseMarkdown } from "./markdown.ts";
import { parseText } from "./text.ts";

/**
 * Reads a page of any form into a document. `auto` decides by content and content type; a named form is believed,
 * except that a whole HTML page is always read as one.
 *
 * @throws Error when it is a feed, JSON or YAML, which have readers of their own; ParseLimitError beyond the caps
 */
export function parseDocument(text: string, hint: { form?: SourceForm; contentType?: string | null } = {}): Doc {
  const detected = detectForm(text, hint.contentType ?? null);
  const wanted = hint.form ?? "auto";
  const form = wanted === "auto" || (detected === "html" && /^\s*<(?:!doctype|html)/i.test(text)) ? detected : wanted;
  switch (form) {
    case "html":
      return parseHtml(text);
    case "markdown":
      return parseMarkdown(text);
    case "text":
      return parseText(text);
    default:
      throw new Error(`this is ${form}, not a page`);
  }
}
