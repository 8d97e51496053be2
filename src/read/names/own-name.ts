/** What of a mention is asked here. */
type Named = { start: number; end: number; form: "id" | "display"; family: string | null };

const OPENS = /^[`"'”]?\s?[(（][`"'“]?$/;
/** What the rest of a name may be: "[pro] 1.0", "Preview"; no second name and no sentence. */
const REST = /^[\w.[\] -]{0,24}[)）]/;
const JOINED = /\b(?:and|or|und|oder|et|ou|y|o|e|replac\w*|success\w*|instead|was|now|until|since)\b/i;

/** "`acme-pro` (Acme 1 [pro])": the display name in the bracket right behind an id of its family is its own, and no second model. */
export function withoutOwnNames<T extends Named>(text: string, spans: readonly T[]): T[] {
  return spans.filter((span, index) => {
    const before = spans[index - 1];
    if (span.form !== "display" || before?.form !== "id") return true;
    if (span.family === null || span.family !== before.family) return true;
    if (span.start - before.end > 4 || !OPENS.test(text.slice(before.end, span.start))) return true;
    const [rest] = REST.exec(text.slice(span.end, span.end + 26)) ?? [];
    const next = spans[index + 1];
    if (rest === undefined || JOINED.test(rest)) return true;
    return next !== undefined && next.start < span.end + rest.length;
  });
}
