const MOST_RANGES = 12;

/**
 * The tag to answer in: `?lang=` first, then Accept-Language (RFC 9110, 12.5.4) by weight, of the languages that exist.
 * @returns one of `languages`, or null for the default
 */
export function languageOf(
  request: { query: URLSearchParams; acceptLanguage: string },
  languages: readonly string[],
): string | null {
  const asked = request.query.get("lang");
  const wanted = [...(asked === null ? [] : [asked]), ...rangesOf(request.acceptLanguage)];
  for (const range of wanted) {
    const found = languages.find((tag) => same(tag, range)) ?? languages.find((tag) => same(first(tag), first(range)));
    if (found !== undefined) return found;
  }
  return null;
}

function rangesOf(header: string): string[] {
  return header
    .split(",", MOST_RANGES)
    .map((part) => {
      const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const weight = Number(parameters.find((piece) => piece.startsWith("q="))?.slice(2) ?? 1);
      return { range, weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ range, weight }) => range !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

const first = (tag: string) => tag.split("-")[0] ?? tag;
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
