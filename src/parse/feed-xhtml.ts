const CDATA = "<![CDATA[";
const CDATA_END = "]]>";
/** The beginning of a text whose markup stands in the feed as elements, or of a stretch in which nothing is markup. */
const OPENS =
  /<!\[CDATA\[|<((?:\w{1,20}:)?(?:content|summary|title|subtitle|description))\s[^<>]{0,300}?\btype\s{0,9}=\s{0,9}["'](?:xhtml|application\/xhtml\+xml)["'][^<>]{0,300}>/g;
const PREFIXED = /^\s*<(\w{1,20}):div[\s>]/;

/**
 * The feed with its XHTML texts (`<content type="xhtml"><div>…</div></content>`) as character data. A parser that makes
 * objects of elements loses in what order words and marks stand: "x will end on `<b>D</b>`." would become two words.
 */
export function withXhtmlAsText(feed: string): string {
  const parts: string[] = [];
  let done = 0;
  OPENS.lastIndex = 0;
  for (let opens = OPENS.exec(feed); opens !== null; opens = OPENS.exec(feed)) {
    const [tag, name] = opens;
    const from = opens.index + tag.length;
    const closing = name === undefined ? CDATA_END : `</${name}>`;
    const end = tag.endsWith("/>") ? from : feed.indexOf(closing, from);
    if (end < 0) break;
    const inner = feed.slice(from, end);
    if (name !== undefined && inner !== "" && !inner.includes(CDATA_END) && !inner.includes(`<${name}`)) {
      parts.push(feed.slice(done, from), CDATA, withoutPrefix(inner), CDATA_END);
      done = end;
    }
    OPENS.lastIndex = end;
  }
  return parts.length === 0 ? feed : parts.join("") + feed.slice(done);
}

/** `<xhtml:div><xhtml:p>`: a name space may be written out; a reader of HTML knows its elements without one. */
function withoutPrefix(inner: string): string {
  const prefix = PREFIXED.exec(inner)?.[1];
  return prefix === undefined ? inner : inner.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}
